CREATE TABLE "komainu"."verdict_count" (
	"quarter" timestamp (3) with time zone NOT NULL,
	"band" text NOT NULL,
	"mails" integer NOT NULL
);
--> statement-breakpoint
DROP INDEX "komainu"."case_file_decided";--> statement-breakpoint
CREATE INDEX "verdict_count_quarter" ON "komainu"."verdict_count" USING btree ("quarter","band","mails");--> statement-breakpoint
CREATE INDEX "case_file_waiting" ON "komainu"."case_file" USING btree ("opened_at") WHERE "komainu"."case_file"."status" = 'open' and not "komainu"."case_file"."confidential" and ("komainu"."case_file"."kind" <> 'mail' or "komainu"."case_file"."band" <> 'grey');--> statement-breakpoint
CREATE INDEX "verdict_tossed" ON "komainu"."verdict" USING btree ("screened_at","mail_id") WHERE "komainu"."verdict"."tossed" and "komainu"."verdict"."band" <> 'ordinary';--> statement-breakpoint
CREATE INDEX "case_file_decided" ON "komainu"."case_file" USING btree ("status","decided_at" DESC NULLS LAST,"id","confidential","band","opened_at");--> statement-breakpoint
INSERT INTO "komainu"."verdict_count" ("quarter", "band", "mails")
SELECT date_bin('15 minutes', v."screened_at", '2000-01-01 00:00:00+00'), coalesce(v."band"::text, 'unreadable'), count(*)
FROM "komainu"."verdict" v JOIN "komainu"."mail" m ON m."id" = v."mail_id"
WHERE m."source" <> '@hand-in'
GROUP BY 1, 2;--> statement-breakpoint
CREATE FUNCTION "komainu"."count_verdicts"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO "komainu"."verdict_count" ("quarter", "band", "mails")
	SELECT date_bin('15 minutes', "screened_at", '2000-01-01 00:00:00+00'), coalesce("band"::text, 'unreadable'),
		count(*) * CASE TG_OP WHEN 'DELETE' THEN -1 ELSE 1 END
	FROM "changed"
	WHERE (SELECT "source" FROM "komainu"."mail" WHERE "id" = "changed"."mail_id") <> '@hand-in'
	GROUP BY 1, 2;
	RETURN NULL;
END
$$;--> statement-breakpoint
CREATE FUNCTION "komainu"."recount_verdict"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO "komainu"."verdict_count" ("quarter", "band", "mails")
	SELECT date_bin('15 minutes', "at", '2000-01-01 00:00:00+00'), coalesce("band"::text, 'unreadable'), "mails"
	FROM (VALUES (OLD."screened_at", OLD."band", -1), (NEW."screened_at", NEW."band", 1)) AS "both"("at", "band", "mails")
	WHERE (SELECT "source" FROM "komainu"."mail" WHERE "id" = NEW."mail_id") <> '@hand-in';
	RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER "verdict_came" AFTER INSERT ON "komainu"."verdict" REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "komainu"."count_verdicts"();--> statement-breakpoint
CREATE TRIGGER "verdict_went" AFTER DELETE ON "komainu"."verdict" REFERENCING OLD TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "komainu"."count_verdicts"();--> statement-breakpoint
CREATE TRIGGER "verdict_changed" AFTER UPDATE OF "band", "screened_at" ON "komainu"."verdict" FOR EACH ROW EXECUTE FUNCTION "komainu"."recount_verdict"();
