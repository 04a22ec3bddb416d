CREATE TABLE "komainu"."tally" (
	"day" date NOT NULL,
	"band" text NOT NULL,
	"mails" integer NOT NULL,
	CONSTRAINT "tally_day_band_pk" PRIMARY KEY("day","band")
);
--> statement-breakpoint
ALTER TABLE "komainu"."case_file" ADD COLUMN "held_by" text;