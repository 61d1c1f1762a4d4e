-- Links for people who are known from a pilot.

-- AlterTable
ALTER TABLE "personal_links" ADD COLUMN     "person_key" TEXT;

-- One person has one link in force in a study.
CREATE UNIQUE INDEX "personal_links_one_per_person" ON "personal_links" ("study_id", "person_key")
  WHERE "revoked_at" IS NULL AND "person_key" IS NOT NULL;
