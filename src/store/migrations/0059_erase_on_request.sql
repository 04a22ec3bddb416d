ALTER TABLE "komainu"."disclosure" ADD COLUMN "subject" jsonb;--> statement-breakpoint
ALTER TABLE "komainu"."disclosure" ADD COLUMN "erased" jsonb;--> statement-breakpoint
ALTER TABLE "komainu"."disclosure" ADD COLUMN "erased_by" text;--> statement-breakpoint
ALTER TABLE "komainu"."disclosure" ADD COLUMN "erased_at" timestamp (3) with time zone;