CREATE TABLE "komainu"."past_mail" (
	"run" bigint NOT NULL,
	"n" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"source" text NOT NULL,
	"folder" text NOT NULL,
	"uid_validity" bigint NOT NULL,
	"uid" bigint NOT NULL,
	"kind" text NOT NULL,
	"sender" text,
	"message_id" text,
	"thread" text,
	"content" text,
	"characters" integer NOT NULL,
	"verdicts" jsonb NOT NULL,
	CONSTRAINT "past_mail_run_n_pk" PRIMARY KEY("run","n")
);
--> statement-breakpoint
CREATE TABLE "komainu"."past_run" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"person" text,
	"by" text NOT NULL,
	"sources" text[] NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"subject" text NOT NULL,
	"rules" "bytea" NOT NULL,
	"total" integer,
	"done" integer DEFAULT 0 NOT NULL,
	"rows" integer DEFAULT 0 NOT NULL,
	"trouble" text,
	"figures" jsonb,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "komainu"."past_mail" ADD CONSTRAINT "past_mail_run_past_run_id_fk" FOREIGN KEY ("run") REFERENCES "komainu"."past_run"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "past_run_state" ON "komainu"."past_run" USING btree ("state");