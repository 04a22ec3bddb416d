CREATE TABLE "komainu"."cooperation" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"direction" text NOT NULL,
	"case_id" bigint,
	"company" text NOT NULL,
	"contact" text NOT NULL,
	"words" text NOT NULL,
	"asked" date NOT NULL,
	"due" date NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"answer" text,
	"answered" date,
	"answered_by" text,
	"answered_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "komainu"."objection" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"case_id" bigint,
	"letter_id" bigint,
	"measure_id" bigint,
	"from_whom" text NOT NULL,
	"words" text NOT NULL,
	"received" date NOT NULL,
	"due" date NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"assigned_person" text,
	"assigned_name" text,
	"effect" text,
	"reasons" text,
	"drafted_by" text,
	"drafted_person" text,
	"drafted_at" timestamp (3) with time zone,
	"return_note" text,
	"answered_by" text,
	"answered_person" text,
	"answered_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "komainu"."case_victim" (
	"case_id" bigint NOT NULL,
	"person" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "case_victim_case_id_person_pk" PRIMARY KEY("case_id","person")
);
--> statement-breakpoint
CREATE TABLE "komainu"."timeline_consent" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"person" text NOT NULL,
	"way" text NOT NULL,
	"day" date NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"withdrawn_by" text,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "komainu"."measure" ADD COLUMN "shown" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "komainu"."cooperation" ADD CONSTRAINT "cooperation_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "komainu"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."objection" ADD CONSTRAINT "objection_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "komainu"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."objection" ADD CONSTRAINT "objection_letter_id_letter_id_fk" FOREIGN KEY ("letter_id") REFERENCES "komainu"."letter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."objection" ADD CONSTRAINT "objection_measure_id_measure_id_fk" FOREIGN KEY ("measure_id") REFERENCES "komainu"."measure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."case_victim" ADD CONSTRAINT "case_victim_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "komainu"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."case_victim" ADD CONSTRAINT "case_victim_person_user_id_fk" FOREIGN KEY ("person") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."timeline_consent" ADD CONSTRAINT "timeline_consent_person_user_id_fk" FOREIGN KEY ("person") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cooperation_case" ON "komainu"."cooperation" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "cooperation_due" ON "komainu"."cooperation" USING btree ("answered_at","due");--> statement-breakpoint
CREATE INDEX "objection_case" ON "komainu"."objection" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "objection_due" ON "komainu"."objection" USING btree ("answered_at","due");--> statement-breakpoint
CREATE INDEX "case_victim_person" ON "komainu"."case_victim" USING btree ("person");--> statement-breakpoint
CREATE UNIQUE INDEX "timeline_consent_person" ON "komainu"."timeline_consent" USING btree ("person") WHERE "komainu"."timeline_consent"."withdrawn_at" is null;