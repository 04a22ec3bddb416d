CREATE TABLE "komainu"."site_setting" (
	"section" text NOT NULL,
	"name" text NOT NULL,
	"value" jsonb NOT NULL,
	"sealed" "bytea",
	"kept" "bytea",
	"state" text DEFAULT 'on' NOT NULL,
	"version" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"person" text,
	"by" text NOT NULL,
	CONSTRAINT "site_setting_section_name_pk" PRIMARY KEY("section","name")
);
