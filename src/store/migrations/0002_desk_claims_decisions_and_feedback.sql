CREATE TABLE "komainu"."claim" (
	"case_id" bigint PRIMARY KEY NOT NULL,
	"person" text NOT NULL,
	"name" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "komainu"."feedback" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"decision_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"entry" text,
	"mail_id" bigint,
	"part" text,
	"start_at" integer,
	"end_at" integer,
	"words" text,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "feedback_kind" CHECK (("komainu"."feedback"."kind" = 'misfire') = ("komainu"."feedback"."entry" is not null))
);
--> statement-breakpoint
CREATE TABLE "komainu"."preference" (
	"person" text PRIMARY KEY NOT NULL,
	"mask_all" boolean NOT NULL,
	"keys" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "komainu"."skip" (
	"case_id" bigint NOT NULL,
	"person" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "skip_case_id_person_pk" PRIMARY KEY("case_id","person")
);
--> statement-breakpoint
ALTER TABLE "komainu"."case_file" ADD COLUMN "entries" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "komainu"."case_file" ADD COLUMN "sources" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "komainu"."case_file" ADD COLUMN "assignee" text;--> statement-breakpoint
ALTER TABLE "komainu"."case_file" ADD COLUMN "at_desk" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "komainu"."case_file" ADD COLUMN "search" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "komainu"."case_file" ADD COLUMN "grams" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "komainu"."decision" ADD COLUMN "person" text;--> statement-breakpoint
ALTER TABLE "komainu"."claim" ADD CONSTRAINT "claim_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "komainu"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."claim" ADD CONSTRAINT "claim_person_user_id_fk" FOREIGN KEY ("person") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."feedback" ADD CONSTRAINT "feedback_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "komainu"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."feedback" ADD CONSTRAINT "feedback_decision_id_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "komainu"."decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."feedback" ADD CONSTRAINT "feedback_mail_id_mail_id_fk" FOREIGN KEY ("mail_id") REFERENCES "komainu"."mail"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."preference" ADD CONSTRAINT "preference_person_user_id_fk" FOREIGN KEY ("person") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."skip" ADD CONSTRAINT "skip_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "komainu"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."skip" ADD CONSTRAINT "skip_person_user_id_fk" FOREIGN KEY ("person") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "claim_person" ON "komainu"."claim" USING btree ("person");--> statement-breakpoint
CREATE INDEX "feedback_case" ON "komainu"."feedback" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "feedback_entry" ON "komainu"."feedback" USING btree ("entry");--> statement-breakpoint
ALTER TABLE "komainu"."case_file" ADD CONSTRAINT "case_file_assignee_user_id_fk" FOREIGN KEY ("assignee") REFERENCES "auth"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_file_count" ON "komainu"."case_file" USING btree ("status","kind","band");--> statement-breakpoint
CREATE INDEX "case_file_decided" ON "komainu"."case_file" USING btree ("status","decided_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "case_file_counterparty" ON "komainu"."case_file" USING btree ("counterparty","status","received_at");--> statement-breakpoint
CREATE INDEX "case_file_found" ON "komainu"."case_file" USING gin ("grams","acts","sources") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "verdict_content" ON "komainu"."verdict" USING btree ("content_hash");--> statement-breakpoint
UPDATE "komainu"."case_file" f SET
	"sources" = coalesce((SELECT array_agg(DISTINCT m.source ORDER BY m.source) FROM "komainu"."case_mail" c JOIN "komainu"."mail" m ON m.id = c.mail_id WHERE c.case_id = f.id), '{}'),
	"entries" = coalesce((SELECT array_agg(DISTINCT e.entry ORDER BY e.entry) FROM "komainu"."case_mail" c JOIN "komainu"."verdict" v ON v.mail_id = c.mail_id CROSS JOIN LATERAL unnest(v.entries) AS e(entry) WHERE c.case_id = f.id), '{}'),
	"search" = lower(normalize(from_display || ' ' || subject, NFKC));--> statement-breakpoint
UPDATE "komainu"."case_file" SET "grams" = array(SELECT DISTINCT substr(search, i, n) FROM generate_series(1, least(length(search), 300)) i, generate_series(1, 2) n WHERE i + n <= length(search) + 1);--> statement-breakpoint
UPDATE "komainu"."decision" d SET "decision" = jsonb_build_object('acts', to_jsonb(f.acts), 'severity', null, 'elements', '[]'::jsonb, 'declaration', true, 'affected', '[]'::jsonb, 'harms', '[]'::jsonb, 'ownCause', 'unclear') || d.decision
	FROM "komainu"."case_file" f WHERE f.id = d.case_id AND d.decision->>'kind' = 'approve';
