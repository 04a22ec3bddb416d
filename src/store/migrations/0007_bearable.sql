CREATE TABLE "komainu"."exposure" (
	"person" text NOT NULL,
	"case_id" bigint NOT NULL,
	"heavy" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "exposure_person_case_id_pk" PRIMARY KEY("person","case_id")
);
--> statement-breakpoint
ALTER TABLE "komainu"."preference" ADD COLUMN "daily_cap" integer;--> statement-breakpoint
ALTER TABLE "komainu"."skip" ADD COLUMN "declined" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "komainu"."exposure" ADD CONSTRAINT "exposure_person_user_id_fk" FOREIGN KEY ("person") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "komainu"."exposure" ADD CONSTRAINT "exposure_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "komainu"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exposure_at" ON "komainu"."exposure" USING btree ("at");