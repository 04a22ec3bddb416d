CREATE TABLE "komainu"."demand_answer" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"note" text NOT NULL,
	"by" text NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "komainu"."measure" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"counterparty_id" bigint NOT NULL,
	"step" text NOT NULL,
	"rule_version" integer NOT NULL,
	"reason" text NOT NULL,
	"gates" jsonb NOT NULL,
	"opinion" jsonb,
	"proposed_by" text NOT NULL,
	"proposed_person" text,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"outcome" text,
	"outcome_note" text DEFAULT '' NOT NULL,
	"outcome_by" text,
	"outcome_person" text,
	"outcome_at" timestamp (3) with time zone,
	"lift_note" text DEFAULT '' NOT NULL,
	"lifted_by" text,
	"lifted_person" text,
	"lifted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "komainu"."case_clock" (
	"case_id" bigint NOT NULL,
	"step" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"level" text NOT NULL,
	"version" integer NOT NULL,
	"remind_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "case_clock_case_id_step_started_at_pk" PRIMARY KEY("case_id","step","started_at")
);
--> statement-breakpoint
CREATE TABLE "komainu"."case_escalation" (
	"case_id" bigint PRIMARY KEY NOT NULL,
	"facts" text DEFAULT '' NOT NULL,
	"looked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "komainu"."rule_version" (
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"rules" jsonb NOT NULL,
	"by" text NOT NULL,
	"person" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "rule_version_kind_version_pk" PRIMARY KEY("kind","version")
);
--> statement-breakpoint
ALTER TABLE "komainu"."demand_answer" ADD CONSTRAINT "demand_answer_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "komainu"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."measure" ADD CONSTRAINT "measure_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "komainu"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."measure" ADD CONSTRAINT "measure_counterparty_id_counterparty_id_fk" FOREIGN KEY ("counterparty_id") REFERENCES "komainu"."counterparty"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."case_clock" ADD CONSTRAINT "case_clock_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "komainu"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."case_escalation" ADD CONSTRAINT "case_escalation_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "komainu"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "demand_answer_case" ON "komainu"."demand_answer" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "measure_case" ON "komainu"."measure" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "measure_counterparty" ON "komainu"."measure" USING btree ("counterparty_id");--> statement-breakpoint
CREATE UNIQUE INDEX "measure_waits" ON "komainu"."measure" USING btree ("case_id") WHERE "komainu"."measure"."outcome" is null;--> statement-breakpoint
CREATE INDEX "case_clock_due" ON "komainu"."case_clock" USING btree ("ended_at","due_at");