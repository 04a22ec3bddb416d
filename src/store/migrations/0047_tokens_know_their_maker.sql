ALTER TABLE "auth"."api_token" ADD COLUMN "owner" text;--> statement-breakpoint
UPDATE "auth"."api_token" SET "owner" = (SELECT min("user"."id") FROM "auth"."user" WHERE "user"."name" = "api_token"."created_by" HAVING count(*) = 1);
