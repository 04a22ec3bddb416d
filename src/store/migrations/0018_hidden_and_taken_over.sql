CREATE TABLE "komainu"."takeover" (
	"case_id" bigint NOT NULL,
	"person" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "takeover_case_id_person_pk" PRIMARY KEY("case_id","person")
);
--> statement-breakpoint
ALTER TABLE "komainu"."case_file" ADD COLUMN "found_acts" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "komainu"."takeover" ADD CONSTRAINT "takeover_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "komainu"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."takeover" ADD CONSTRAINT "takeover_person_user_id_fk" FOREIGN KEY ("person") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
UPDATE "komainu"."case_file" SET "found_acts" = coalesce((
	SELECT array_agg(DISTINCT "found"."act" ORDER BY "found"."act")
	FROM "komainu"."case_mail"
	JOIN "komainu"."verdict" ON "verdict"."mail_id" = "case_mail"."mail_id"
	CROSS JOIN LATERAL (SELECT jsonb_array_elements("verdict"."assessment" -> 'matches') ->> 'act' AS "act") "found"
	WHERE "case_mail"."case_id" = "case_file"."id" AND "found"."act" IS NOT NULL
), '{}');
