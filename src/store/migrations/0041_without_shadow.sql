DROP TABLE "komainu"."shadow" CASCADE;--> statement-breakpoint
DROP TABLE "komainu"."shadow_count" CASCADE;--> statement-breakpoint
DROP TABLE "komainu"."shadow_mail" CASCADE;