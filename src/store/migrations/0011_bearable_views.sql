CREATE TABLE "komainu"."saved_view" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"person" text NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	CONSTRAINT "saved_view_name" UNIQUE("person","name")
);
--> statement-breakpoint
ALTER TABLE "komainu"."saved_view" ADD CONSTRAINT "saved_view_person_user_id_fk" FOREIGN KEY ("person") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;