-- CreateTable
CREATE TABLE "rating_import_overlaps" (
    "later_id" TEXT NOT NULL,
    "earlier_id" TEXT NOT NULL,
    "shared_count" INTEGER NOT NULL,
    "differing_count" INTEGER NOT NULL,

    CONSTRAINT "rating_import_overlaps_pkey" PRIMARY KEY ("later_id","earlier_id")
);

-- CreateIndex
CREATE INDEX "rating_import_overlaps_earlier_id_idx" ON "rating_import_overlaps"("earlier_id");

-- AddForeignKey
ALTER TABLE "rating_import_overlaps" ADD CONSTRAINT "rating_import_overlaps_later_id_fkey" FOREIGN KEY ("later_id") REFERENCES "rating_imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating_import_overlaps" ADD CONSTRAINT "rating_import_overlaps_earlier_id_fkey" FOREIGN KEY ("earlier_id") REFERENCES "rating_imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is here already: every pair of complete imports, the one that was made later first.
INSERT INTO "rating_import_overlaps" ("later_id", "earlier_id", "shared_count", "differing_count")
SELECT r.import_id, o.import_id, count(*), count(*) FILTER (WHERE og.score <> g.score)
FROM imported_raters r
JOIN imported_raters o ON o.kind = r.kind AND o.rater_key = r.rater_key
JOIN rating_imports later ON later.id = r.import_id AND later.state = 'completed'
JOIN rating_imports earlier ON earlier.id = o.import_id AND earlier.state = 'completed'
  AND (earlier.created_at, earlier.id) < (later.created_at, later.id)
JOIN imported_ratings g ON g.rater_id = r.id
JOIN imported_units u ON u.id = g.unit_id
JOIN imported_dimensions d ON d.id = g.dimension_id
JOIN imported_units ou ON ou.import_id = o.import_id AND ou.item_key = u.item_key AND ou.agent = u.agent
JOIN imported_dimensions od ON od.import_id = o.import_id AND od.key = d.key
JOIN imported_ratings og ON og.unit_id = ou.id AND og.rater_id = o.id AND og.dimension_id = od.id AND og.occurrence = g.occurrence
GROUP BY r.import_id, o.import_id;
