DROP INDEX "komainu"."case_file_decided";--> statement-breakpoint
ALTER TABLE "komainu"."feedback" ALTER COLUMN "decision_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "komainu"."case_file" ADD COLUMN "arrived_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "komainu"."case_file" ADD COLUMN "seen_at" timestamp (3) with time zone;--> statement-breakpoint
UPDATE "komainu"."case_file" SET "arrived_at" = least("opened_at", coalesce((SELECT "received_at" FROM "komainu"."mail" WHERE "mail"."id" = "case_file"."opened_by"), "opened_at"));--> statement-breakpoint
ALTER TABLE "komainu"."case_file" ALTER COLUMN "arrived_at" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "case_file_decided" ON "komainu"."case_file" USING btree ("status","decided_at" DESC NULLS LAST,"id","confidential","band","arrived_at","seen_at");
