-- Ratings that came in files count beside those of studies and of the episodes' own files.

-- AlterTable
ALTER TABLE "episodes" ADD COLUMN     "has_imported_judgments" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "imported_rater_count" INTEGER NOT NULL DEFAULT 0;

-- Counts the raters that finished imports have for some source ids, and writes them to all episodes of these ids.
CREATE FUNCTION count_imported_raters(p_source_ids text[]) RETURNS void LANGUAGE sql AS $$
  UPDATE episodes e SET imported_rater_count = c.people, has_imported_judgments = c.judges > 0
  FROM (
    SELECT wanted.id, count(DISTINCT r.rater_key) FILTER (WHERE r.kind = 'human') AS people,
      count(r.id) FILTER (WHERE r.kind = 'judge') AS judges
    FROM (SELECT DISTINCT id FROM unnest(p_source_ids) AS id) AS wanted
    LEFT JOIN LATERAL (
      SELECT DISTINCT g.rater_id FROM imported_units u
      JOIN rating_imports i ON i.id = u.import_id AND i.state = 'completed'
      JOIN imported_ratings g ON g.unit_id = u.id WHERE u.item_key = wanted.id) seen ON true
    LEFT JOIN imported_raters r ON r.id = seen.rater_id
    GROUP BY wanted.id) c
  WHERE e.source_id = c.id
    AND (e.imported_rater_count, e.has_imported_judgments) IS DISTINCT FROM (c.people, c.judges > 0)
$$;

SELECT count_imported_raters(ARRAY(SELECT DISTINCT item_key FROM imported_units));

-- Small indexes for the filters that few episodes pass: as before, with what came in files.
DROP INDEX "episodes_judged";
DROP INDEX "episodes_annotated";
CREATE INDEX "episodes_rated_by_judge" ON "episodes" ("created_at", "id") WHERE "has_judgments" OR "has_imported_judgments";
CREATE INDEX "episodes_rated_by_people" ON "episodes" ("created_at", "id") WHERE "annotation_count" > 0 OR "imported_rater_count" > 0;
