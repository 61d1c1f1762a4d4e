-- CreateTable
CREATE TABLE "rating_imports" (
    "id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "stored_path" TEXT NOT NULL DEFAULT '',
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "sha256" TEXT NOT NULL DEFAULT '',
    "bytes_done" BIGINT NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "shape" TEXT NOT NULL,
    "mapping" JSONB NOT NULL DEFAULT '{}',
    "content_key" TEXT NOT NULL DEFAULT '',
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "accepted_count" INTEGER NOT NULL DEFAULT 0,
    "partly_count" INTEGER NOT NULL DEFAULT 0,
    "refused_count" INTEGER NOT NULL DEFAULT 0,
    "blank_count" INTEGER NOT NULL DEFAULT 0,
    "duplicate_count" INTEGER NOT NULL DEFAULT 0,
    "rating_count" INTEGER NOT NULL DEFAULT 0,
    "refused_scores" INTEGER NOT NULL DEFAULT 0,
    "notes" JSONB NOT NULL DEFAULT '[]',
    "error" TEXT NOT NULL DEFAULT '',
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "rating_imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rating_import_lines" (
    "import_id" TEXT NOT NULL,
    "record" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "item_key" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "excerpt" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "rating_import_lines_pkey" PRIMARY KEY ("import_id","record")
);

-- CreateTable
CREATE TABLE "imported_dimensions" (
    "id" SERIAL NOT NULL,
    "import_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "min" DOUBLE PRECISION NOT NULL,
    "max" DOUBLE PRECISION NOT NULL,
    "is_whole" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "imported_dimensions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "imported_units" (
    "id" SERIAL NOT NULL,
    "import_id" TEXT NOT NULL,
    "item_key" TEXT NOT NULL,
    "agent" SMALLINT NOT NULL,
    "cluster_key" TEXT NOT NULL,
    "scenario_key" TEXT NOT NULL DEFAULT '',
    "condition" TEXT NOT NULL DEFAULT '',
    "policy" TEXT NOT NULL DEFAULT '',
    "partner_policy" TEXT NOT NULL DEFAULT '',
    "seat_role" TEXT NOT NULL DEFAULT '',
    "shown_scenario" TEXT NOT NULL DEFAULT '',
    "scenario_mark" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "imported_units_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "imported_raters" (
    "id" SERIAL NOT NULL,
    "import_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "rater_key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "model" TEXT NOT NULL DEFAULT '',
    "version" TEXT NOT NULL DEFAULT '',
    "prompt" TEXT NOT NULL DEFAULT '',
    "is_position" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "imported_raters_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "imported_ratings" (
    "unit_id" INTEGER NOT NULL,
    "rater_id" INTEGER NOT NULL,
    "dimension_id" INTEGER NOT NULL,
    "occurrence" SMALLINT NOT NULL DEFAULT 0,
    "score" DOUBLE PRECISION NOT NULL,
    "rationale" TEXT NOT NULL DEFAULT '',
    "line" INTEGER NOT NULL,
    "is_duplicate" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "imported_ratings_pkey" PRIMARY KEY ("unit_id","rater_id","dimension_id","occurrence")
);

-- CreateTable
CREATE TABLE "rater_exclusions" (
    "id" TEXT NOT NULL,
    "rater_id" INTEGER NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "excluded_by_id" TEXT,
    "excluded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_by_id" TEXT,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "rater_exclusions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "rating_imports_created_at_idx" ON "rating_imports"("created_at");

-- CreateIndex
CREATE INDEX "rating_imports_content_key_idx" ON "rating_imports"("content_key");

-- CreateIndex
CREATE INDEX "rating_import_lines_import_id_outcome_record_idx" ON "rating_import_lines"("import_id", "outcome", "record");

-- CreateIndex
CREATE UNIQUE INDEX "imported_dimensions_import_id_key_key" ON "imported_dimensions"("import_id", "key");

-- CreateIndex
CREATE INDEX "imported_units_item_key_idx" ON "imported_units"("item_key");

-- CreateIndex
CREATE UNIQUE INDEX "imported_units_import_id_item_key_agent_key" ON "imported_units"("import_id", "item_key", "agent");

-- CreateIndex
CREATE INDEX "imported_raters_kind_rater_key_idx" ON "imported_raters"("kind", "rater_key");

-- CreateIndex
CREATE UNIQUE INDEX "imported_raters_import_id_kind_rater_key_key" ON "imported_raters"("import_id", "kind", "rater_key");

-- CreateIndex
CREATE INDEX "imported_ratings_rater_id_idx" ON "imported_ratings"("rater_id");

-- CreateIndex
CREATE INDEX "rater_exclusions_rater_id_idx" ON "rater_exclusions"("rater_id");

-- AddForeignKey
ALTER TABLE "rating_import_lines" ADD CONSTRAINT "rating_import_lines_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "rating_imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imported_dimensions" ADD CONSTRAINT "imported_dimensions_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "rating_imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imported_units" ADD CONSTRAINT "imported_units_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "rating_imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imported_raters" ADD CONSTRAINT "imported_raters_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "rating_imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imported_ratings" ADD CONSTRAINT "imported_ratings_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "imported_units"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imported_ratings" ADD CONSTRAINT "imported_ratings_rater_id_fkey" FOREIGN KEY ("rater_id") REFERENCES "imported_raters"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imported_ratings" ADD CONSTRAINT "imported_ratings_dimension_id_fkey" FOREIGN KEY ("dimension_id") REFERENCES "imported_dimensions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rater_exclusions" ADD CONSTRAINT "rater_exclusions_rater_id_fkey" FOREIGN KEY ("rater_id") REFERENCES "imported_raters"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand: what the words above promise.
ALTER TABLE "rating_imports" ADD CONSTRAINT "rating_imports_state"
  CHECK ("state" IN ('mapping', 'queued', 'running', 'completed', 'failed', 'canceled'));
ALTER TABLE "imported_units" ADD CONSTRAINT "imported_units_agent" CHECK ("agent" BETWEEN 0 AND 2);
ALTER TABLE "imported_units" ADD CONSTRAINT "imported_units_seat_role" CHECK ("seat_role" IN ('', 'learner', 'partner'));
ALTER TABLE "imported_units" ADD CONSTRAINT "imported_units_scenario_mark" CHECK ("scenario_mark" IN ('', 'matches', 'foreign'));
ALTER TABLE "imported_raters" ADD CONSTRAINT "imported_raters_kind" CHECK ("kind" IN ('human', 'judge'));
ALTER TABLE "imported_dimensions" ADD CONSTRAINT "imported_dimensions_range" CHECK ("min" < "max");
ALTER TABLE "imported_ratings" ADD CONSTRAINT "imported_ratings_finite"
  CHECK ("score" > '-Infinity'::float8 AND "score" < 'Infinity'::float8);
CREATE UNIQUE INDEX "rater_exclusions_live" ON "rater_exclusions" ("rater_id") WHERE "revoked_at" IS NULL;
