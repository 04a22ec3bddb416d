CREATE TABLE "komainu"."counterparty" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"postal" text NOT NULL,
	"contacts" jsonb NOT NULL,
	"clause_agreed_on" date,
	"clause_document" text NOT NULL,
	"clause_noted_at" timestamp (3) with time zone,
	"clause_noted_by" text,
	"capital" bigint,
	"staff" integer,
	"notes" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "komainu"."counterparty_case" (
	"case_id" bigint PRIMARY KEY NOT NULL,
	"counterparty_id" bigint NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "komainu"."counterparty_sender" (
	"sender" text PRIMARY KEY NOT NULL,
	"counterparty_id" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "komainu"."counterparty_case" ADD CONSTRAINT "counterparty_case_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "komainu"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."counterparty_case" ADD CONSTRAINT "counterparty_case_counterparty_id_counterparty_id_fk" FOREIGN KEY ("counterparty_id") REFERENCES "komainu"."counterparty"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."counterparty_sender" ADD CONSTRAINT "counterparty_sender_counterparty_id_counterparty_id_fk" FOREIGN KEY ("counterparty_id") REFERENCES "komainu"."counterparty"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "counterparty_case_counterparty" ON "komainu"."counterparty_case" USING btree ("counterparty_id");--> statement-breakpoint
CREATE INDEX "counterparty_sender_counterparty" ON "komainu"."counterparty_sender" USING btree ("counterparty_id");