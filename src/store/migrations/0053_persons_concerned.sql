CREATE TABLE "komainu"."care_answer" (
	"case_id" bigint NOT NULL,
	"person" text NOT NULL,
	"point" text NOT NULL,
	"answer" text NOT NULL,
	"words" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "care_answer_case_id_person_point_pk" PRIMARY KEY("case_id","person","point")
);
--> statement-breakpoint
ALTER TABLE "komainu"."case_victim" ADD COLUMN "key" text DEFAULT gen_random_uuid()::text NOT NULL;--> statement-breakpoint
ALTER TABLE "komainu"."case_victim" ADD COLUMN "how" text DEFAULT 'named' NOT NULL;--> statement-breakpoint
ALTER TABLE "komainu"."case_victim" ADD COLUMN "role" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "komainu"."case_victim" ADD COLUMN "wishes" text[];--> statement-breakpoint
ALTER TABLE "komainu"."case_victim" ADD COLUMN "wish_words" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "komainu"."case_victim" ADD COLUMN "wished_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "komainu"."case_victim" ADD COLUMN "naming" text;--> statement-breakpoint
ALTER TABLE "komainu"."case_victim" ADD COLUMN "naming_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "komainu"."care_answer" ADD CONSTRAINT "care_answer_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "komainu"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."care_answer" ADD CONSTRAINT "care_answer_person_user_id_fk" FOREIGN KEY ("person") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."case_victim" ADD CONSTRAINT "case_victim_key" UNIQUE("key");--> statement-breakpoint
INSERT INTO "komainu"."case_victim" ("case_id", "person", "key", "how", "by", "at") SELECT "case_id", "reporter", "id", 'report', "reporter_name", "handed_in_at" FROM "komainu"."consultation" WHERE "reporter" IS NOT NULL ON CONFLICT DO NOTHING;
