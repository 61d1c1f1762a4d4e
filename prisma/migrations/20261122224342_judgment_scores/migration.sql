-- AlterTable
ALTER TABLE "judgment_ratings" ALTER COLUMN "score" SET DATA TYPE DOUBLE PRECISION;

-- Written by hand: records of which scores were left in the raw record alone until now are read again.
INSERT INTO "episode_relinks" ("episode_id")
  SELECT "episode_id" FROM "episode_records"
  WHERE "repairs" @> '[{"code": "custom-dimension"}]' OR "repairs" @> '[{"code": "score-refused"}]'
  ON CONFLICT ("episode_id") DO NOTHING;
