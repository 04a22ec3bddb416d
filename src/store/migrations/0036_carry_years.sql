DROP INDEX "komainu"."verdict_thread";--> statement-breakpoint
DROP INDEX "komainu"."verdict_message";--> statement-breakpoint
DROP INDEX "komainu"."verdict_content";--> statement-breakpoint
CREATE INDEX "answer_at" ON "komainu"."answer" USING brin ("at");--> statement-breakpoint
CREATE INDEX "case_file_opened_by" ON "komainu"."case_file" USING btree ("opened_by");--> statement-breakpoint
CREATE INDEX "case_file_previous" ON "komainu"."case_file" USING btree ("previous_case") WHERE "komainu"."case_file"."previous_case" is not null;--> statement-breakpoint
CREATE INDEX "mail_kept" ON "komainu"."mail" USING btree ("source","size") WHERE not "komainu"."mail"."waiting" and "komainu"."mail"."raw" is not null;--> statement-breakpoint
CREATE INDEX "exposure_case" ON "komainu"."exposure" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "feedback_decision" ON "komainu"."feedback" USING btree ("decision_id");--> statement-breakpoint
CREATE INDEX "feedback_mail" ON "komainu"."feedback" USING btree ("mail_id") WHERE "komainu"."feedback"."mail_id" is not null;--> statement-breakpoint
CREATE INDEX "objection_letter" ON "komainu"."objection" USING btree ("letter_id");--> statement-breakpoint
CREATE INDEX "objection_measure" ON "komainu"."objection" USING btree ("measure_id");--> statement-breakpoint
CREATE INDEX "taught_decision_decision" ON "komainu"."taught_decision" USING btree ("decision_id");--> statement-breakpoint
CREATE INDEX "verdict_thread" ON "komainu"."verdict" USING hash ("thread");--> statement-breakpoint
CREATE INDEX "verdict_message" ON "komainu"."verdict" USING hash ("message_id_hash");--> statement-breakpoint
CREATE INDEX "verdict_content" ON "komainu"."verdict" USING btree ("content_hash") WHERE "komainu"."verdict"."assessment" is not null;