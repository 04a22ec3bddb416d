DROP INDEX "komainu"."verdict_screened";--> statement-breakpoint
CREATE INDEX "case_file_entries" ON "komainu"."case_file" USING gin ("entries") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "verdict_screened" ON "komainu"."verdict" USING btree ("screened_at","band","mail_id");