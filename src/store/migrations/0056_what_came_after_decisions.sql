CREATE TABLE "komainu"."case_addition" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"further" bigint,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"seen_by" text,
	"seen_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "komainu"."case_merge" ADD COLUMN "acts" text[];--> statement-breakpoint
ALTER TABLE "komainu"."case_addition" ADD CONSTRAINT "case_addition_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "komainu"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."case_addition" ADD CONSTRAINT "case_addition_further_case_file_id_fk" FOREIGN KEY ("further") REFERENCES "komainu"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_addition_case" ON "komainu"."case_addition" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "case_addition_further" ON "komainu"."case_addition" USING btree ("further") WHERE "komainu"."case_addition"."further" is not null;--> statement-breakpoint
CREATE INDEX "case_addition_unseen" ON "komainu"."case_addition" USING btree ("at") WHERE "komainu"."case_addition"."seen_at" is null;