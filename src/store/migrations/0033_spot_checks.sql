CREATE TABLE "komainu"."spot_check" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"mail_id" bigint,
	"stratum" text NOT NULL,
	"chance" double precision NOT NULL,
	"place" double precision NOT NULL,
	"drawn_at" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"kept" boolean DEFAULT true NOT NULL,
	"sender_hash" text,
	"display" jsonb,
	"outcome" text,
	CONSTRAINT "spot_check_mail" UNIQUE("mail_id")
);
--> statement-breakpoint
CREATE TABLE "komainu"."spot_reading" (
	"spot_id" bigint NOT NULL,
	"person" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"answer" text,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "spot_reading_spot_id_person_pk" PRIMARY KEY("spot_id","person")
);
--> statement-breakpoint
ALTER TABLE "komainu"."verdict" ADD COLUMN "tossed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "komainu"."spot_check" ADD CONSTRAINT "spot_check_mail_id_mail_id_fk" FOREIGN KEY ("mail_id") REFERENCES "komainu"."mail"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."spot_reading" ADD CONSTRAINT "spot_reading_spot_id_spot_check_id_fk" FOREIGN KEY ("spot_id") REFERENCES "komainu"."spot_check"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."spot_reading" ADD CONSTRAINT "spot_reading_person_user_id_fk" FOREIGN KEY ("person") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "spot_check_place" ON "komainu"."spot_check" USING btree ("kept","place");--> statement-breakpoint
CREATE INDEX "spot_check_drawn" ON "komainu"."spot_check" USING btree ("drawn_at");--> statement-breakpoint
CREATE INDEX "spot_reading_person" ON "komainu"."spot_reading" USING btree ("person","opened_at");