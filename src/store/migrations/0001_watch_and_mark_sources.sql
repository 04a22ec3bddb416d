CREATE TABLE "komainu"."mark" (
	"mail_id" bigint PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"folder" text,
	"uid_validity" bigint,
	"uid" bigint,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "komainu"."mail_waiting";--> statement-breakpoint
ALTER TABLE "komainu"."source" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "komainu"."mark" ADD CONSTRAINT "mark_mail_id_mail_id_fk" FOREIGN KEY ("mail_id") REFERENCES "komainu"."mail"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "verdict_screened" ON "komainu"."verdict" USING btree ("screened_at");--> statement-breakpoint
CREATE INDEX "mail_waiting" ON "komainu"."mail" USING btree ("source","id") WHERE "komainu"."mail"."waiting";