CREATE TABLE "komainu"."audit" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"person" text,
	"name" text NOT NULL,
	"address" text,
	"action" text NOT NULL,
	"target" text NOT NULL,
	"details" jsonb NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "audit_at" ON "komainu"."audit" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_person" ON "komainu"."audit" USING btree ("person","seq");--> statement-breakpoint
CREATE INDEX "audit_action" ON "komainu"."audit" USING btree ("action","seq");--> statement-breakpoint
CREATE INDEX "audit_target" ON "komainu"."audit" USING btree ("target","seq");--> statement-breakpoint
CREATE FUNCTION "komainu"."refuse_audit_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is only ever added to';
END
$$;--> statement-breakpoint
CREATE TRIGGER "audit_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "komainu"."audit" FOR EACH STATEMENT EXECUTE FUNCTION "komainu"."refuse_audit_change"();
