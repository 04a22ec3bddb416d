ALTER TABLE "komainu"."source" ADD COLUMN "last_mail_at" timestamp (3) with time zone;--> statement-breakpoint
UPDATE "komainu"."source" SET "last_mail_at" = (SELECT max("received_at") FROM "komainu"."mail" WHERE "mail"."source" = "source"."name");--> statement-breakpoint
DROP INDEX "komainu"."mail_source_received";
