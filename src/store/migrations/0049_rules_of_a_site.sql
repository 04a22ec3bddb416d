CREATE TABLE "komainu"."site_rule" (
	"entry" text PRIMARY KEY NOT NULL,
	"act" text,
	"section" text NOT NULL,
	"text" text NOT NULL,
	"change" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "komainu"."site_rule" ADD CONSTRAINT "site_rule_change_dictionary_change_id_fk" FOREIGN KEY ("change") REFERENCES "komainu"."dictionary_change"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Announced, and never known to be written: what such a file says is taken over at the next start.
DELETE FROM "komainu"."dictionary_change" WHERE NOT "written";--> statement-breakpoint
ALTER TABLE "komainu"."dictionary_change" DROP COLUMN "file";--> statement-breakpoint
ALTER TABLE "komainu"."dictionary_change" DROP COLUMN "written";