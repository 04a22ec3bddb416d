CREATE TABLE "komainu"."reading" (
	"mail_id" bigint PRIMARY KEY NOT NULL,
	"envelope" jsonb NOT NULL,
	"parts" jsonb NOT NULL,
	"characters" integer NOT NULL,
	"left_out" integer NOT NULL,
	"folded" text NOT NULL,
	"plain" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "komainu"."reading" ADD CONSTRAINT "reading_mail_id_mail_id_fk" FOREIGN KEY ("mail_id") REFERENCES "komainu"."mail"("id") ON DELETE no action ON UPDATE no action;