DROP TABLE "komainu"."site_learning" CASCADE;--> statement-breakpoint
DROP TABLE "komainu"."site_version" CASCADE;--> statement-breakpoint
DROP TABLE "komainu"."taught_decision" CASCADE;--> statement-breakpoint
ALTER TABLE "komainu"."verdict" DROP COLUMN "site";