CREATE TABLE "komainu"."attempt" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "komainu"."running" (
	"id" text PRIMARY KEY NOT NULL,
	"host" text NOT NULL,
	"dictionary" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "komainu"."secret_print" (
	"id" integer PRIMARY KEY NOT NULL,
	"print" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "komainu"."wrong_password" (
	"key" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "attempt_until" ON "komainu"."attempt" USING btree ("until");--> statement-breakpoint
CREATE INDEX "wrong_password_key" ON "komainu"."wrong_password" USING btree ("key","at");--> statement-breakpoint
CREATE INDEX "wrong_password_at" ON "komainu"."wrong_password" USING btree ("at");