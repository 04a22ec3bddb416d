CREATE TABLE "komainu"."objection_mail" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"objection_id" bigint NOT NULL,
	"key" text NOT NULL,
	"source" text NOT NULL,
	"sender" text NOT NULL,
	"message_id_hash" text,
	"words" text NOT NULL,
	"automatic" boolean NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"raw" "bytea" NOT NULL,
	CONSTRAINT "objection_mail_key_unique" UNIQUE("key")
);
--> statement-breakpoint
ALTER TABLE "komainu"."objection" ADD COLUMN "placed" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "komainu"."objection" ADD COLUMN "aside_by" text;--> statement-breakpoint
ALTER TABLE "komainu"."objection" ADD COLUMN "aside_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "komainu"."objection_mail" ADD CONSTRAINT "objection_mail_objection_id_objection_id_fk" FOREIGN KEY ("objection_id") REFERENCES "komainu"."objection"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "objection_mail_objection" ON "komainu"."objection_mail" USING btree ("objection_id");--> statement-breakpoint
CREATE INDEX "objection_mail_message" ON "komainu"."objection_mail" USING btree ("message_id_hash");--> statement-breakpoint
CREATE INDEX "objection_mail_sender" ON "komainu"."objection_mail" USING btree ("sender");