ALTER TABLE "komainu"."report" RENAME TO "consultation";--> statement-breakpoint
ALTER TABLE "komainu"."consultation" RENAME CONSTRAINT "report_pkey" TO "consultation_pkey";--> statement-breakpoint
ALTER TABLE "komainu"."consultation" RENAME CONSTRAINT "report_case_id_unique" TO "consultation_case_id_unique";--> statement-breakpoint
ALTER TABLE "komainu"."consultation" RENAME CONSTRAINT "report_case_id_case_file_id_fk" TO "consultation_case_id_case_file_id_fk";--> statement-breakpoint
ALTER TABLE "komainu"."consultation" RENAME CONSTRAINT "report_reporter_user_id_fk" TO "consultation_reporter_user_id_fk";--> statement-breakpoint
ALTER INDEX "komainu"."report_reporter" RENAME TO "consultation_reporter";--> statement-breakpoint
ALTER TABLE "komainu"."report_note" RENAME TO "consultation_note";--> statement-breakpoint
ALTER TABLE "komainu"."consultation_note" RENAME COLUMN "report_id" TO "consultation_id";--> statement-breakpoint
ALTER TABLE "komainu"."consultation_note" RENAME CONSTRAINT "report_note_pkey" TO "consultation_note_pkey";--> statement-breakpoint
ALTER TABLE "komainu"."consultation_note" RENAME CONSTRAINT "report_note_report_id_report_id_fk" TO "consultation_note_consultation_id_consultation_id_fk";--> statement-breakpoint
ALTER INDEX "komainu"."report_note_report" RENAME TO "consultation_note_consultation";--> statement-breakpoint
ALTER SEQUENCE "komainu"."report_note_id_seq" RENAME TO "consultation_note_id_seq";--> statement-breakpoint
ALTER TABLE "komainu"."case_file" RENAME COLUMN "at_desk" TO "with_consultation";--> statement-breakpoint
ALTER TABLE "komainu"."verdict" RENAME COLUMN "reader" TO "classifier";
