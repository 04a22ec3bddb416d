DROP INDEX "komainu"."case_file_decided";--> statement-breakpoint
ALTER TABLE "komainu"."case_file" ADD COLUMN "first_source" text GENERATED ALWAYS AS (coalesce(sources[1], '')) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "case_file_opened" ON "komainu"."case_file" USING btree ("opened_at","confidential","first_source");--> statement-breakpoint
CREATE INDEX "case_file_decided" ON "komainu"."case_file" USING btree ("status","decided_at" DESC NULLS LAST,"id","confidential","band","arrived_at","seen_at","acts");