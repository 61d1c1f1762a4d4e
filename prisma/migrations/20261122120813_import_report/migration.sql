-- DropIndex
DROP INDEX "episode_import_lines_import_id_outcome_line_idx";

-- AlterTable
ALTER TABLE "episode_import_lines" DROP CONSTRAINT "episode_import_lines_pkey",
ADD COLUMN     "record" INTEGER NOT NULL,
ADD CONSTRAINT "episode_import_lines_pkey" PRIMARY KEY ("import_id", "record");

-- AlterTable
ALTER TABLE "episode_imports" ADD COLUMN     "sha256" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "episode_records" ADD COLUMN     "facts" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "episodes" ADD COLUMN     "dialogue_hash" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "meaning_hash" TEXT NOT NULL DEFAULT '';

-- CreateIndex
CREATE INDEX "episode_import_lines_import_id_outcome_record_idx" ON "episode_import_lines"("import_id", "outcome", "record");

-- CreateIndex
CREATE INDEX "episodes_scenario_source_id_idx" ON "episodes"("scenario_source_id");

-- CreateIndex
CREATE INDEX "episodes_dialogue_hash_idx" ON "episodes"("dialogue_hash");

-- Written by hand: small indexes for the filters that few episodes pass, so that a page of them costs the same at any size.
CREATE INDEX "episodes_conflict_open" ON "episodes" ("created_at", "id") WHERE "conflict_state" = 'open';
CREATE INDEX "episodes_hard" ON "episodes" ("created_at", "id") WHERE "is_hard";
CREATE INDEX "episodes_judged" ON "episodes" ("created_at", "id") WHERE "has_judgments";
CREATE INDEX "episodes_annotated" ON "episodes" ("created_at", "id") WHERE "annotation_count" > 0;

ALTER TABLE "episodes" ADD CONSTRAINT "episodes_conflict_state"
  CHECK ("conflict_state" IN ('open', 'chosen', 'set-aside', 'kept'));
