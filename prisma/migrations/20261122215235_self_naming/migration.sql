-- AlterTable
ALTER TABLE "episodes" ADD COLUMN     "self_naming_count" INTEGER;

-- CreateTable
CREATE TABLE "self_namings" (
    "episode_id" TEXT NOT NULL,
    "turn" INTEGER NOT NULL,
    "agent" SMALLINT NOT NULL,
    "pattern" TEXT NOT NULL,
    "excerpt" TEXT NOT NULL,

    CONSTRAINT "self_namings_pkey" PRIMARY KEY ("episode_id","turn")
);

-- AddForeignKey
ALTER TABLE "self_namings" ADD CONSTRAINT "self_namings_episode_id_fkey" FOREIGN KEY ("episode_id") REFERENCES "episodes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand: finds the transcripts that were not looked through yet, at the same cost for any number of others.
CREATE INDEX "episodes_self_naming_unsearched" ON "episodes" ("id") WHERE "self_naming_count" IS NULL;
