-- AlterTable
ALTER TABLE "agent_profiles" ADD COLUMN     "conflict_state" TEXT,
ADD COLUMN     "decided_at" TIMESTAMPTZ(3),
ADD COLUMN     "is_current" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "episodes" ADD COLUMN     "decided_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "relationship_profiles" ADD COLUMN     "conflict_state" TEXT,
ADD COLUMN     "decided_at" TIMESTAMPTZ(3),
ADD COLUMN     "is_current" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "scenario_combos" ADD COLUMN     "conflict_state" TEXT,
ADD COLUMN     "decided_at" TIMESTAMPTZ(3),
ADD COLUMN     "is_current" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "scenarios" ADD COLUMN     "conflict_state" TEXT,
ADD COLUMN     "decided_at" TIMESTAMPTZ(3),
ADD COLUMN     "is_current" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "episode_relinks" (
    "episode_id" TEXT NOT NULL,
    "mark" BIGSERIAL NOT NULL,

    CONSTRAINT "episode_relinks_pkey" PRIMARY KEY ("episode_id")
);

-- CreateIndex
CREATE INDEX "episode_relinks_mark_idx" ON "episode_relinks"("mark");

-- AddForeignKey
ALTER TABLE "episode_relinks" ADD CONSTRAINT "episode_relinks_episode_id_fkey" FOREIGN KEY ("episode_id") REFERENCES "episodes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand: until now the version that came first counted, and nobody could decide otherwise.
UPDATE "agent_profiles" t SET "is_current" = "variant" = 0, "conflict_state" = 'open'
  WHERE EXISTS (SELECT 1 FROM "agent_profiles" v WHERE v."source_id" = t."source_id" AND v."id" <> t."id");
UPDATE "scenarios" t SET "is_current" = "variant" = 0, "conflict_state" = 'open'
  WHERE EXISTS (SELECT 1 FROM "scenarios" v WHERE v."source_id" = t."source_id" AND v."id" <> t."id");
UPDATE "relationship_profiles" t SET "is_current" = "variant" = 0, "conflict_state" = 'open'
  WHERE EXISTS (SELECT 1 FROM "relationship_profiles" v WHERE v."source_id" = t."source_id" AND v."id" <> t."id");
UPDATE "scenario_combos" t SET "is_current" = "variant" = 0, "conflict_state" = 'open'
  WHERE EXISTS (SELECT 1 FROM "scenario_combos" v WHERE v."source_id" = t."source_id" AND v."id" <> t."id");

-- One version counts under each source id.
CREATE UNIQUE INDEX "agent_profiles_current" ON "agent_profiles" ("source_id") WHERE "is_current";
CREATE UNIQUE INDEX "scenarios_current" ON "scenarios" ("source_id") WHERE "is_current";
CREATE UNIQUE INDEX "relationship_profiles_current" ON "relationship_profiles" ("source_id") WHERE "is_current";
CREATE UNIQUE INDEX "scenario_combos_current" ON "scenario_combos" ("source_id") WHERE "is_current";

ALTER TABLE "agent_profiles" ADD CONSTRAINT "agent_profiles_conflict_state" CHECK ("conflict_state" IN ('open', 'chosen', 'set-aside'));
ALTER TABLE "scenarios" ADD CONSTRAINT "scenarios_conflict_state" CHECK ("conflict_state" IN ('open', 'chosen', 'set-aside'));
ALTER TABLE "relationship_profiles" ADD CONSTRAINT "relationship_profiles_conflict_state" CHECK ("conflict_state" IN ('open', 'chosen', 'set-aside'));
ALTER TABLE "scenario_combos" ADD CONSTRAINT "scenario_combos_conflict_state" CHECK ("conflict_state" IN ('open', 'chosen', 'set-aside'));
