CREATE TABLE "komainu"."report" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"reporter" text,
	"reporter_name" text NOT NULL,
	"channel" text NOT NULL,
	"happened_at" timestamp (3) with time zone,
	"other_side" text NOT NULL,
	"words" text NOT NULL,
	"wish" text NOT NULL,
	"handed_in_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone,
	CONSTRAINT "report_case_id_unique" UNIQUE("case_id")
);
--> statement-breakpoint
CREATE TABLE "komainu"."report_note" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"report_id" text NOT NULL,
	"words" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "komainu"."case_file_list";--> statement-breakpoint
DROP INDEX "komainu"."case_file_count";--> statement-breakpoint
DROP INDEX "komainu"."case_file_decided";--> statement-breakpoint
ALTER TABLE "komainu"."case_file" ADD COLUMN "confidential" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "komainu"."report" ADD CONSTRAINT "report_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "komainu"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."report" ADD CONSTRAINT "report_reporter_user_id_fk" FOREIGN KEY ("reporter") REFERENCES "auth"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."report_note" ADD CONSTRAINT "report_note_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "komainu"."report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "report_reporter" ON "komainu"."report" USING btree ("reporter","handed_in_at");--> statement-breakpoint
CREATE INDEX "report_note_report" ON "komainu"."report_note" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "case_file_list" ON "komainu"."case_file" USING btree ("status","band" DESC NULLS LAST,"received_at","id","confidential");--> statement-breakpoint
CREATE INDEX "case_file_count" ON "komainu"."case_file" USING btree ("status","kind","band","confidential");--> statement-breakpoint
CREATE INDEX "case_file_decided" ON "komainu"."case_file" USING btree ("status","decided_at" DESC NULLS LAST,"id","confidential");