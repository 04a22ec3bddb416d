CREATE SCHEMA "komainu";
--> statement-breakpoint
CREATE SCHEMA "auth";
--> statement-breakpoint
CREATE TYPE "komainu"."band" AS ENUM('ordinary', 'grey', 'review', 'urgent');--> statement-breakpoint
CREATE TABLE "komainu"."answer" (
	"source" text NOT NULL,
	"uid_validity" bigint NOT NULL,
	"uid" bigint NOT NULL,
	"message_id_hash" text,
	"thread" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "answer_source_uid_validity_uid_pk" PRIMARY KEY("source","uid_validity","uid")
);
--> statement-breakpoint
CREATE TABLE "komainu"."case_file" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"band" "komainu"."band",
	"acts" text[] DEFAULT '{}' NOT NULL,
	"from_display" text DEFAULT '' NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"counterparty" text DEFAULT '' NOT NULL,
	"thread" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"opened_by" bigint,
	"previous_case" bigint,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "komainu"."case_mail" (
	"mail_id" bigint PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "komainu"."decision" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"decision" jsonb NOT NULL,
	"decided_by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "komainu"."failure" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"mail_id" bigint NOT NULL,
	"attempt" integer NOT NULL,
	"code" text NOT NULL,
	"message" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "komainu"."mail" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"uid_validity" bigint NOT NULL,
	"uid" bigint NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"sha256" text NOT NULL,
	"size" integer NOT NULL,
	"raw" "bytea",
	"waiting" boolean DEFAULT true NOT NULL,
	"stored_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mail_delivery" UNIQUE("source","uid_validity","uid")
);
--> statement-breakpoint
CREATE TABLE "komainu"."source" (
	"name" text PRIMARY KEY NOT NULL,
	"uid_validity" bigint,
	"last_uid" bigint DEFAULT 0 NOT NULL,
	"trouble" text,
	"trouble_since" timestamp (3) with time zone,
	"last_contact_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "komainu"."source_file" (
	"source" text NOT NULL,
	"key_hash" text NOT NULL,
	"uid" bigint NOT NULL,
	CONSTRAINT "source_file_source_key_hash_pk" PRIMARY KEY("source","key_hash"),
	CONSTRAINT "source_file_uid" UNIQUE("source","uid")
);
--> statement-breakpoint
CREATE TABLE "komainu"."verdict" (
	"mail_id" bigint PRIMARY KEY NOT NULL,
	"outcome" text NOT NULL,
	"band" "komainu"."band",
	"score" double precision DEFAULT 0 NOT NULL,
	"points" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"axes" jsonb,
	"entries" text[] DEFAULT '{}' NOT NULL,
	"reader" double precision,
	"dictionary" text,
	"sender_hash" text,
	"message_id_hash" text,
	"reference_hashes" text[] DEFAULT '{}' NOT NULL,
	"thread" text NOT NULL,
	"content_hash" text,
	"characters" integer DEFAULT 0 NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"duplicate_of" bigint,
	"assessment" jsonb,
	"warnings" text[] DEFAULT '{}' NOT NULL,
	"failure" text,
	"screened_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."account" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."invitation" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"roles" text[] DEFAULT '{}' NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "auth"."session" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "auth"."user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"roles" text[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "auth"."verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "komainu"."answer" ADD CONSTRAINT "answer_source_source_name_fk" FOREIGN KEY ("source") REFERENCES "komainu"."source"("name") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."case_file" ADD CONSTRAINT "case_file_opened_by_mail_id_fk" FOREIGN KEY ("opened_by") REFERENCES "komainu"."mail"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."case_file" ADD CONSTRAINT "case_file_previous_case_case_file_id_fk" FOREIGN KEY ("previous_case") REFERENCES "komainu"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."case_mail" ADD CONSTRAINT "case_mail_mail_id_mail_id_fk" FOREIGN KEY ("mail_id") REFERENCES "komainu"."mail"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."case_mail" ADD CONSTRAINT "case_mail_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "komainu"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."decision" ADD CONSTRAINT "decision_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "komainu"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."failure" ADD CONSTRAINT "failure_mail_id_mail_id_fk" FOREIGN KEY ("mail_id") REFERENCES "komainu"."mail"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."mail" ADD CONSTRAINT "mail_source_source_name_fk" FOREIGN KEY ("source") REFERENCES "komainu"."source"("name") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."source_file" ADD CONSTRAINT "source_file_source_source_name_fk" FOREIGN KEY ("source") REFERENCES "komainu"."source"("name") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."verdict" ADD CONSTRAINT "verdict_mail_id_mail_id_fk" FOREIGN KEY ("mail_id") REFERENCES "komainu"."mail"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."verdict" ADD CONSTRAINT "verdict_duplicate_of_mail_id_fk" FOREIGN KEY ("duplicate_of") REFERENCES "komainu"."mail"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answer_thread" ON "komainu"."answer" USING btree ("thread","at");--> statement-breakpoint
CREATE INDEX "answer_message" ON "komainu"."answer" USING btree ("message_id_hash");--> statement-breakpoint
CREATE INDEX "case_file_list" ON "komainu"."case_file" USING btree ("status","band" DESC NULLS LAST,"received_at","id");--> statement-breakpoint
CREATE INDEX "case_file_thread" ON "komainu"."case_file" USING btree ("thread","counterparty");--> statement-breakpoint
CREATE INDEX "case_mail_case" ON "komainu"."case_mail" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "decision_case" ON "komainu"."decision" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "failure_mail" ON "komainu"."failure" USING btree ("mail_id");--> statement-breakpoint
CREATE INDEX "mail_waiting" ON "komainu"."mail" USING btree ("id") WHERE "komainu"."mail"."waiting";--> statement-breakpoint
CREATE INDEX "mail_source_received" ON "komainu"."mail" USING btree ("source","received_at");--> statement-breakpoint
CREATE INDEX "verdict_thread" ON "komainu"."verdict" USING btree ("thread","received_at");--> statement-breakpoint
CREATE INDEX "verdict_sender" ON "komainu"."verdict" USING btree ("sender_hash","received_at");--> statement-breakpoint
CREATE INDEX "verdict_message" ON "komainu"."verdict" USING btree ("message_id_hash");--> statement-breakpoint
CREATE INDEX "verdict_duplicate" ON "komainu"."verdict" USING btree ("duplicate_of") WHERE "komainu"."verdict"."duplicate_of" is not null;--> statement-breakpoint
CREATE INDEX "account_user" ON "auth"."account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "session_user" ON "auth"."session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verification_identifier" ON "auth"."verification" USING btree ("identifier");