CREATE TABLE "komainu"."site_learning" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"enabled" boolean NOT NULL,
	"since" timestamp (3) with time zone,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "komainu"."site_version" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"ground" text NOT NULL,
	"taught" text NOT NULL,
	"unused" text,
	"figures" jsonb NOT NULL,
	"bias" double precision NOT NULL,
	"hashes" "bytea",
	"deltas" "bytea"
);
--> statement-breakpoint
CREATE TABLE "komainu"."taught_decision" (
	"case_id" bigint PRIMARY KEY NOT NULL,
	"decision_id" bigint NOT NULL,
	"positive" boolean NOT NULL,
	"features" "bytea",
	"at" timestamp (3) with time zone NOT NULL,
	"forgotten_by" text,
	"forgotten_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "komainu"."verdict" ADD COLUMN "site" text;--> statement-breakpoint
ALTER TABLE "komainu"."taught_decision" ADD CONSTRAINT "taught_decision_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "komainu"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."taught_decision" ADD CONSTRAINT "taught_decision_decision_id_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "komainu"."decision"("id") ON DELETE no action ON UPDATE no action;