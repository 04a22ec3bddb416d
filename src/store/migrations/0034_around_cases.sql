CREATE TABLE "komainu"."evidence_stamp" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"pack" text NOT NULL,
	"response" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	"stamped_at" timestamp (3) with time zone NOT NULL,
	"authority" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "evidence_stamp_response" UNIQUE("case_id","pack","sha256")
);
--> statement-breakpoint
ALTER TABLE "komainu"."comment" ALTER COLUMN "person" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "komainu"."evidence_stamp" ADD CONSTRAINT "evidence_stamp_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "komainu"."case_file"("id") ON DELETE no action ON UPDATE no action;