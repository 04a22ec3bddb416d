ALTER TABLE "komainu"."consultation" ADD COLUMN "happened_about" text;
--> statement-breakpoint
CREATE FUNCTION "komainu"."grams"("sought" text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT coalesce(array_agg(DISTINCT gram), '{}')
	FROM (SELECT string_to_array(left(replace(sought, E'\n', ''), 60000), NULL) AS letters) AS whole,
		LATERAL unnest(letters, letters[2:]) AS pair(one, next),
		LATERAL (VALUES (one), (one || next)) AS found(gram)
	WHERE gram IS NOT NULL
$$;
--> statement-breakpoint
CREATE INDEX "reading_found" ON "komainu"."reading" USING gin (komainu.grams("plain")) WITH (fastupdate=false);
--> statement-breakpoint
ALTER INDEX "komainu"."reading_found" ALTER COLUMN 1 SET STATISTICS 0;
