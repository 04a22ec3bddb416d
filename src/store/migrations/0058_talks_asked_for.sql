CREATE TABLE "komainu"."talk" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"counterparty_id" bigint NOT NULL,
	"asked" date NOT NULL,
	"who" text NOT NULL,
	"way" text NOT NULL,
	"words" text NOT NULL,
	"due" date NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"answer" text,
	"answered" date,
	"answer_words" text DEFAULT '' NOT NULL,
	"answered_by" text,
	"answered_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "komainu"."talk" ADD CONSTRAINT "talk_counterparty_id_counterparty_id_fk" FOREIGN KEY ("counterparty_id") REFERENCES "komainu"."counterparty"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "talk_counterparty" ON "komainu"."talk" USING btree ("counterparty_id");