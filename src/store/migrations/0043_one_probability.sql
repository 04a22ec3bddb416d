ALTER TABLE "komainu"."verdict" RENAME COLUMN "points" TO "acts";--> statement-breakpoint
ALTER TABLE "komainu"."verdict" RENAME COLUMN "classifier" TO "probability";--> statement-breakpoint
ALTER TABLE "komainu"."verdict" DROP COLUMN "score";--> statement-breakpoint
ALTER TABLE "komainu"."verdict" DROP COLUMN "axes";--> statement-breakpoint
ALTER TABLE "komainu"."case_file" ADD COLUMN "worry" boolean DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE "komainu"."case_file" SET "worry" = true WHERE EXISTS (SELECT FROM "komainu"."case_mail" m JOIN "komainu"."verdict" v ON v.mail_id = m.mail_id WHERE m.case_id = case_file.id AND v.assessment->'notes' @> ANY (ARRAY['["worry.own-death"]', '["worry.violence-suffered"]']::jsonb[]));
