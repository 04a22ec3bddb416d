CREATE TABLE "komainu"."letter" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"language" text NOT NULL,
	"template_name" text,
	"template_sha256" text NOT NULL,
	"words" jsonb NOT NULL,
	"quotes" jsonb NOT NULL,
	"clause" text,
	"unset" text[] NOT NULL,
	"docx" "bytea" NOT NULL,
	"docx_sha256" text NOT NULL,
	"pdf" "bytea" NOT NULL,
	"pdf_sha256" text NOT NULL,
	"decisions" integer NOT NULL,
	"drafted_person" text NOT NULL,
	"drafted_by" text NOT NULL,
	"drafted_at" timestamp (3) with time zone NOT NULL,
	"approved_by" text,
	"approved_at" timestamp (3) with time zone,
	"withdrawn_by" text,
	"withdrawn_at" timestamp (3) with time zone,
	"sent_day" date,
	"sent_way" text,
	"sent_note" text,
	"sent_by" text,
	"sent_at" timestamp (3) with time zone,
	"reply_day" date,
	"reply_note" text,
	"reply_by" text,
	"reply_at" timestamp (3) with time zone,
	CONSTRAINT "letter_number" UNIQUE("case_id","number")
);
--> statement-breakpoint
CREATE TABLE "komainu"."letter_template" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"language" text NOT NULL,
	"name" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"set_aside_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "komainu"."letter" ADD CONSTRAINT "letter_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "komainu"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "letter_template_kind" ON "komainu"."letter_template" USING btree ("kind","language","id");