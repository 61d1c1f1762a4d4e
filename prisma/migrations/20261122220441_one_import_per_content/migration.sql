-- Two uploads of one file at the same moment made two imports. The oldest of them keeps the content's key; the others stay
-- as they are, without one, until somebody deletes them.
UPDATE "rating_imports" later SET "content_key" = ''
WHERE later."content_key" <> '' AND later."state" IN ('mapping', 'queued', 'running', 'completed') AND EXISTS (
  SELECT 1 FROM "rating_imports" earlier
  WHERE earlier."content_key" = later."content_key" AND earlier."state" IN ('mapping', 'queued', 'running', 'completed')
    AND (earlier."created_at", earlier."id") < (later."created_at", later."id"));

CREATE UNIQUE INDEX "rating_imports_one_per_content" ON "rating_imports" ("content_key")
WHERE "content_key" <> '' AND "state" IN ('mapping', 'queued', 'running', 'completed');
