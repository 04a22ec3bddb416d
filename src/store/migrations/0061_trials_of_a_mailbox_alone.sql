DELETE FROM "komainu"."past_run";--> statement-breakpoint
DROP TABLE "komainu"."past_case" CASCADE;--> statement-breakpoint
DROP INDEX "komainu"."verdict_found_later";--> statement-breakpoint
ALTER TABLE "komainu"."past_mail" ADD COLUMN "verdict" jsonb;--> statement-breakpoint
ALTER TABLE "komainu"."past_run" ADD COLUMN "source" text NOT NULL;--> statement-breakpoint
ALTER TABLE "komainu"."verdict" DROP COLUMN "found_later";--> statement-breakpoint
ALTER TABLE "komainu"."past_mail" DROP COLUMN "verdicts";--> statement-breakpoint
ALTER TABLE "komainu"."past_mail" DROP COLUMN "later";--> statement-breakpoint
ALTER TABLE "komainu"."past_run" DROP COLUMN "kind";--> statement-breakpoint
ALTER TABLE "komainu"."past_run" DROP COLUMN "over";--> statement-breakpoint
ALTER TABLE "komainu"."past_run" DROP COLUMN "sources";--> statement-breakpoint
ALTER TABLE "komainu"."past_run" DROP COLUMN "subject";--> statement-breakpoint
ALTER TABLE "komainu"."past_run" DROP COLUMN "later";--> statement-breakpoint
ALTER TABLE "komainu"."past_run" DROP COLUMN "later_by";--> statement-breakpoint
ALTER TABLE "komainu"."past_run" DROP COLUMN "later_person";