CREATE TABLE "komainu"."expert" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"contact" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "komainu"."expert_request" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"expert_id" bigint NOT NULL,
	"question" text NOT NULL,
	"handed" text NOT NULL,
	"due" date,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"answer" text,
	"answered_by" text,
	"answered_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "komainu"."forwarded" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"source" text NOT NULL,
	"state" text NOT NULL,
	"because" text,
	"confidential" boolean DEFAULT false NOT NULL,
	"sender" text DEFAULT '' NOT NULL,
	"sender_name" text DEFAULT '' NOT NULL,
	"sender_hash" text,
	"subject" text DEFAULT '' NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"arrived_at" timestamp (3) with time zone NOT NULL,
	"size" integer NOT NULL,
	"raw" "bytea",
	"consultation" text,
	"receipt" text DEFAULT 'none' NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "forwarded_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "komainu"."lesson_done" (
	"person" text NOT NULL,
	"act" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "lesson_done_person_act_pk" PRIMARY KEY("person","act")
);
--> statement-breakpoint
CREATE TABLE "komainu"."policy_reading" (
	"version_id" bigint NOT NULL,
	"person" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "policy_reading_version_id_person_pk" PRIMARY KEY("version_id","person")
);
--> statement-breakpoint
CREATE TABLE "komainu"."policy_version" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"origin" text NOT NULL,
	"file_hash" text,
	"text" text NOT NULL,
	"note" text NOT NULL,
	"valid_from" date NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "policy_version_file_hash_unique" UNIQUE("file_hash")
);
--> statement-breakpoint
ALTER TABLE "komainu"."expert_request" ADD CONSTRAINT "expert_request_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "komainu"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."expert_request" ADD CONSTRAINT "expert_request_expert_id_expert_id_fk" FOREIGN KEY ("expert_id") REFERENCES "komainu"."expert"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."lesson_done" ADD CONSTRAINT "lesson_done_person_user_id_fk" FOREIGN KEY ("person") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."policy_reading" ADD CONSTRAINT "policy_reading_version_id_policy_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "komainu"."policy_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."policy_reading" ADD CONSTRAINT "policy_reading_person_user_id_fk" FOREIGN KEY ("person") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "expert_request_case" ON "komainu"."expert_request" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "expert_request_due" ON "komainu"."expert_request" USING btree ("answered_at","due");--> statement-breakpoint
CREATE INDEX "forwarded_state" ON "komainu"."forwarded" USING btree ("state","arrived_at");--> statement-breakpoint
CREATE INDEX "forwarded_sender" ON "komainu"."forwarded" USING btree ("sender_hash","arrived_at");--> statement-breakpoint
CREATE INDEX "forwarded_receipt" ON "komainu"."forwarded" USING btree ("arrived_at") WHERE "komainu"."forwarded"."receipt" in ('due', 'sending');--> statement-breakpoint
CREATE INDEX "policy_reading_person" ON "komainu"."policy_reading" USING btree ("person");