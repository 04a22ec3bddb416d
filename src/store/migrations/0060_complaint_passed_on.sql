CREATE TABLE "komainu"."referral" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"case_id" bigint,
	"objection_id" bigint,
	"team" text NOT NULL,
	"words" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "komainu"."referral" ADD CONSTRAINT "referral_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "komainu"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."referral" ADD CONSTRAINT "referral_objection_id_objection_id_fk" FOREIGN KEY ("objection_id") REFERENCES "komainu"."objection"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "referral_case" ON "komainu"."referral" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "referral_objection" ON "komainu"."referral" USING btree ("objection_id");--> statement-breakpoint
CREATE INDEX "referral_at" ON "komainu"."referral" USING btree ("at");