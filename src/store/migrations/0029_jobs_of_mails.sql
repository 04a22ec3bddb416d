CREATE TABLE "komainu"."screen_job" (
	"mail_id" bigint PRIMARY KEY NOT NULL,
	"job" text NOT NULL,
	"lane" text NOT NULL,
	"tried" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "komainu"."screen_job" ADD CONSTRAINT "screen_job_mail_id_mail_id_fk" FOREIGN KEY ("mail_id") REFERENCES "komainu"."mail"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "screen_job_job" ON "komainu"."screen_job" USING btree ("job");--> statement-breakpoint
CREATE INDEX "mail_living" ON "komainu"."mail" USING btree ("source","id") WHERE "komainu"."mail"."waiting" and "komainu"."mail"."stored_at" - "komainu"."mail"."received_at" < interval '10 minutes';