ALTER TABLE "komainu"."measure" ADD COLUMN "decisions" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE "komainu"."measure" SET "decisions" = (SELECT count(*) FROM "komainu"."decision" WHERE "decision"."case_id" = "measure"."case_id" AND "decision"."at" <= "measure"."proposed_at");
