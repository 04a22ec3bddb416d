CREATE TABLE "komainu"."care_point" (
	"case_id" bigint NOT NULL,
	"point" text NOT NULL,
	"state" text NOT NULL,
	"note" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "care_point_case_id_point_pk" PRIMARY KEY("case_id","point")
);
--> statement-breakpoint
CREATE TABLE "komainu"."follow_up" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"due" date NOT NULL,
	"note" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"done_by" text,
	"done_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "komainu"."recurrence" (
	"case_id" bigint PRIMARY KEY NOT NULL,
	"note" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "komainu"."consultation" ADD COLUMN "read_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "komainu"."consultation_note" ADD COLUMN "author" text DEFAULT 'reporter' NOT NULL;--> statement-breakpoint
ALTER TABLE "komainu"."consultation_note" ADD COLUMN "by" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "komainu"."care_point" ADD CONSTRAINT "care_point_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "komainu"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."follow_up" ADD CONSTRAINT "follow_up_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "komainu"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."recurrence" ADD CONSTRAINT "recurrence_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "komainu"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "follow_up_case" ON "komainu"."follow_up" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "follow_up_due" ON "komainu"."follow_up" USING btree ("done_at","due");