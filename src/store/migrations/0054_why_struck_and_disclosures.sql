CREATE TABLE "komainu"."disclosure" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"from_whom" text NOT NULL,
	"role" text NOT NULL,
	"identity" text NOT NULL,
	"wants" text[] NOT NULL,
	"words" text NOT NULL,
	"received" date NOT NULL,
	"due" date NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"outcome" text,
	"answer" text,
	"drafted_by" text,
	"drafted_person" text,
	"drafted_at" timestamp (3) with time zone,
	"answered_day" date,
	"answered_by" text,
	"answered_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "komainu"."case_note" ADD COLUMN "struck_why" text;--> statement-breakpoint
CREATE INDEX "disclosure_due" ON "komainu"."disclosure" USING btree ("answered_at","due");