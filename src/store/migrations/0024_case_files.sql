CREATE TABLE "komainu"."case_merge" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"part" bigint NOT NULL,
	"into_case" bigint NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"ended_by" text,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "komainu"."case_merge_mail" (
	"merge_id" bigint NOT NULL,
	"mail_id" bigint NOT NULL,
	CONSTRAINT "case_merge_mail_merge_id_mail_id_pk" PRIMARY KEY("merge_id","mail_id")
);
--> statement-breakpoint
CREATE TABLE "komainu"."case_note" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"note" jsonb NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"struck_by" text,
	"struck_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "komainu"."case_merge" ADD CONSTRAINT "case_merge_part_case_file_id_fk" FOREIGN KEY ("part") REFERENCES "komainu"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."case_merge" ADD CONSTRAINT "case_merge_into_case_case_file_id_fk" FOREIGN KEY ("into_case") REFERENCES "komainu"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."case_merge_mail" ADD CONSTRAINT "case_merge_mail_merge_id_case_merge_id_fk" FOREIGN KEY ("merge_id") REFERENCES "komainu"."case_merge"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."case_merge_mail" ADD CONSTRAINT "case_merge_mail_mail_id_mail_id_fk" FOREIGN KEY ("mail_id") REFERENCES "komainu"."mail"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."case_note" ADD CONSTRAINT "case_note_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "komainu"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "case_merge_part" ON "komainu"."case_merge" USING btree ("part") WHERE "komainu"."case_merge"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "case_merge_into" ON "komainu"."case_merge" USING btree ("into_case");--> statement-breakpoint
CREATE INDEX "case_merge_of" ON "komainu"."case_merge" USING btree ("part");--> statement-breakpoint
CREATE INDEX "case_merge_mail_mail" ON "komainu"."case_merge_mail" USING btree ("mail_id");--> statement-breakpoint
CREATE INDEX "case_note_case" ON "komainu"."case_note" USING btree ("case_id");