CREATE TABLE "komainu"."channel" (
	"name" text PRIMARY KEY NOT NULL,
	"trouble" text,
	"trouble_since" timestamp (3) with time zone,
	"last_told_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "komainu"."notice" (
	"channel" text NOT NULL,
	"subject" text NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "notice_channel_subject_kind_pk" PRIMARY KEY("channel","subject","kind")
);
