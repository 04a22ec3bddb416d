CREATE TABLE "komainu"."comment" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"person" text NOT NULL,
	"by" text NOT NULL,
	"words" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "komainu"."mention" (
	"comment_id" bigint NOT NULL,
	"person" text NOT NULL,
	"seen_at" timestamp (3) with time zone,
	CONSTRAINT "mention_comment_id_person_pk" PRIMARY KEY("comment_id","person")
);
--> statement-breakpoint
CREATE TABLE "komainu"."sender_watch" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"sender_hash" text NOT NULL,
	"address" text NOT NULL,
	"by" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sender_watch_sender_hash_unique" UNIQUE("sender_hash")
);
--> statement-breakpoint
ALTER TABLE "komainu"."verdict" ADD COLUMN "watched_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "komainu"."comment" ADD CONSTRAINT "comment_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "komainu"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."mention" ADD CONSTRAINT "mention_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "komainu"."comment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."mention" ADD CONSTRAINT "mention_person_user_id_fk" FOREIGN KEY ("person") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comment_case" ON "komainu"."comment" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "mention_person" ON "komainu"."mention" USING btree ("person","seen_at");--> statement-breakpoint
CREATE INDEX "case_file_assignee" ON "komainu"."case_file" USING btree ("assignee","status") WHERE "komainu"."case_file"."assignee" is not null;--> statement-breakpoint
CREATE INDEX "verdict_watched" ON "komainu"."verdict" USING btree ("mail_id") WHERE "komainu"."verdict"."watched_since" is not null;