CREATE TABLE "komainu"."dictionary_change" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"person" text,
	"by" text NOT NULL,
	"kind" text NOT NULL,
	"entry" text NOT NULL,
	"act" text,
	"section" text NOT NULL,
	"file" text NOT NULL,
	"before" text,
	"after" text,
	"reason" text NOT NULL,
	"effect" jsonb,
	"reverts" bigint,
	"written" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "komainu"."feedback" ADD COLUMN "handled" text;--> statement-breakpoint
ALTER TABLE "komainu"."feedback" ADD COLUMN "handled_by" text;--> statement-breakpoint
ALTER TABLE "komainu"."feedback" ADD COLUMN "handled_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "dictionary_change_entry" ON "komainu"."dictionary_change" USING btree ("entry","id");