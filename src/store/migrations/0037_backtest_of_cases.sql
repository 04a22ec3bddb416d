CREATE TABLE "komainu"."past_case" (
	"run" bigint NOT NULL,
	"n" integer NOT NULL,
	"case_id" bigint NOT NULL,
	"outcome" text NOT NULL,
	"verdicts" jsonb NOT NULL,
	CONSTRAINT "past_case_run_n_pk" PRIMARY KEY("run","n")
);
--> statement-breakpoint
ALTER TABLE "komainu"."verdict" ADD COLUMN "found_later" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "komainu"."past_mail" ADD COLUMN "later" text;--> statement-breakpoint
ALTER TABLE "komainu"."past_run" ADD COLUMN "over" text DEFAULT 'mailbox' NOT NULL;--> statement-breakpoint
ALTER TABLE "komainu"."past_run" ADD COLUMN "later" text;--> statement-breakpoint
ALTER TABLE "komainu"."past_run" ADD COLUMN "later_by" text;--> statement-breakpoint
ALTER TABLE "komainu"."past_run" ADD COLUMN "later_person" text;--> statement-breakpoint
ALTER TABLE "komainu"."shadow" ADD COLUMN "folder" text;--> statement-breakpoint
ALTER TABLE "komainu"."shadow" ADD COLUMN "files" "bytea";--> statement-breakpoint
ALTER TABLE "komainu"."past_case" ADD CONSTRAINT "past_case_run_past_run_id_fk" FOREIGN KEY ("run") REFERENCES "komainu"."past_run"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."past_case" ADD CONSTRAINT "past_case_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "komainu"."case_file"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "past_case_case" ON "komainu"."past_case" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "verdict_found_later" ON "komainu"."verdict" USING btree ("mail_id") WHERE "komainu"."verdict"."found_later" is not null;