-- DropIndex
DROP INDEX "judges_name_key";

-- AlterTable
ALTER TABLE "episode_imports" ADD COLUMN     "judge_version" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "judges" ADD COLUMN     "version" TEXT NOT NULL DEFAULT '';

-- CreateIndex
CREATE UNIQUE INDEX "judges_name_version_key" ON "judges"("name", "version");
