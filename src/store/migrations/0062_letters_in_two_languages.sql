DELETE FROM "komainu"."letter_template" WHERE "language" = 'zh';--> statement-breakpoint
UPDATE "komainu"."letter" SET "language" = 'en' WHERE "language" = 'zh';
