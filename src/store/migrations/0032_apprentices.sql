CREATE TABLE "komainu"."shadow" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"only" boolean DEFAULT true NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"person" text,
	"by" text NOT NULL,
	"rules" jsonb NOT NULL,
	"skipped" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"trouble" text,
	CONSTRAINT "shadow_only_unique" UNIQUE("only"),
	CONSTRAINT "shadow_only" CHECK ("komainu"."shadow"."only")
);
--> statement-breakpoint
CREATE TABLE "komainu"."shadow_count" (
	"shadow_id" bigint NOT NULL,
	"band" text NOT NULL,
	"would" text NOT NULL,
	"mails" integer NOT NULL,
	CONSTRAINT "shadow_count_shadow_id_band_would_pk" PRIMARY KEY("shadow_id","band","would")
);
--> statement-breakpoint
CREATE TABLE "komainu"."shadow_mail" (
	"shadow_id" bigint NOT NULL,
	"mail_id" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"band" text NOT NULL,
	"would" text NOT NULL,
	CONSTRAINT "shadow_mail_shadow_id_mail_id_pk" PRIMARY KEY("shadow_id","mail_id")
);
--> statement-breakpoint
ALTER TABLE "komainu"."dictionary_change" ADD COLUMN "grounds" jsonb;--> statement-breakpoint
ALTER TABLE "komainu"."shadow_count" ADD CONSTRAINT "shadow_count_shadow_id_shadow_id_fk" FOREIGN KEY ("shadow_id") REFERENCES "komainu"."shadow"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."shadow_mail" ADD CONSTRAINT "shadow_mail_shadow_id_shadow_id_fk" FOREIGN KEY ("shadow_id") REFERENCES "komainu"."shadow"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."shadow_mail" ADD CONSTRAINT "shadow_mail_mail_id_mail_id_fk" FOREIGN KEY ("mail_id") REFERENCES "komainu"."mail"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "shadow_mail_mail" ON "komainu"."shadow_mail" USING btree ("mail_id");