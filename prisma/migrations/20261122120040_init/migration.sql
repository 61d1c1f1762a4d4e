-- CreateEnum
CREATE TYPE "role" AS ENUM ('admin', 'researcher', 'analyst');

-- CreateEnum
CREATE TYPE "study_kind" AS ENUM ('pilot', 'official');

-- CreateEnum
CREATE TYPE "study_state" AS ENUM ('draft', 'running', 'paused', 'closed');

-- CreateEnum
CREATE TYPE "panel_kind" AS ENUM ('none', 'generic', 'prolific');

-- CreateEnum
CREATE TYPE "outcome" AS ENUM ('completed', 'declined', 'wrong_device', 'failed_check', 'no_item_left', 'ran_out_midway', 'came_late', 'came_again', 'not_qualified');

-- CreateEnum
CREATE TYPE "slot_state" AS ENUM ('open', 'held', 'filled');

-- CreateEnum
CREATE TYPE "assignment_state" AS ENUM ('assigned', 'started', 'submitted', 'skipped', 'expired');

-- CreateEnum
CREATE TYPE "annotation_state" AS ENUM ('draft', 'submitted');

-- CreateTable
CREATE TABLE "users" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "password_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_sessions" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "user_agent" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "user_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_tokens" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "email" TEXT,
    "role" "role" NOT NULL,
    "invited_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL DEFAULT '',
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "request_id" TEXT,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agent_profiles" (
    "id" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "variant" INTEGER NOT NULL DEFAULT 0,
    "content_hash" TEXT NOT NULL,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "age" INTEGER,
    "occupation" TEXT NOT NULL DEFAULT '',
    "gender" TEXT NOT NULL DEFAULT '',
    "gender_pronoun" TEXT NOT NULL DEFAULT '',
    "public_info" TEXT NOT NULL DEFAULT '',
    "big_five" TEXT NOT NULL DEFAULT '',
    "moral_values" TEXT[],
    "schwartz_personal_values" TEXT[],
    "personality_and_values" TEXT NOT NULL DEFAULT '',
    "decision_making_style" TEXT NOT NULL DEFAULT '',
    "secret" TEXT NOT NULL DEFAULT '',
    "mbti" TEXT NOT NULL DEFAULT '',
    "raw" TEXT NOT NULL DEFAULT '',
    "import_id" TEXT,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agent_profiles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scenarios" (
    "id" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "variant" INTEGER NOT NULL DEFAULT 0,
    "content_hash" TEXT NOT NULL,
    "codename" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL DEFAULT '',
    "scenario" TEXT NOT NULL,
    "goals" TEXT[],
    "relationship" INTEGER NOT NULL DEFAULT 0,
    "age_constraint" TEXT,
    "occupation_constraint" TEXT,
    "agent_constraint" TEXT,
    "is_hard" BOOLEAN NOT NULL DEFAULT false,
    "raw" TEXT NOT NULL DEFAULT '',
    "import_id" TEXT,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scenarios_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "relationship_profiles" (
    "id" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "variant" INTEGER NOT NULL DEFAULT 0,
    "content_hash" TEXT NOT NULL,
    "agent1_source_id" TEXT NOT NULL,
    "agent2_source_id" TEXT NOT NULL,
    "relationship" INTEGER NOT NULL,
    "background_story" TEXT,
    "raw" TEXT NOT NULL DEFAULT '',
    "import_id" TEXT,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "relationship_profiles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scenario_combos" (
    "id" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "variant" INTEGER NOT NULL DEFAULT 0,
    "content_hash" TEXT NOT NULL,
    "scenario_source_id" TEXT NOT NULL,
    "agent_source_ids" TEXT[],
    "raw" TEXT NOT NULL DEFAULT '',
    "import_id" TEXT,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scenario_combos_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "episodes" (
    "id" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "variant" INTEGER NOT NULL DEFAULT 0,
    "conflict_state" TEXT,
    "content_hash" TEXT NOT NULL,
    "shape" TEXT NOT NULL,
    "scenario_source_id" TEXT,
    "codename" TEXT NOT NULL DEFAULT '',
    "scenario_text" TEXT NOT NULL,
    "agent1_name" TEXT NOT NULL,
    "agent2_name" TEXT NOT NULL,
    "agent1_source_id" TEXT,
    "agent2_source_id" TEXT,
    "agent1_policy" TEXT,
    "agent2_policy" TEXT,
    "environment_model" TEXT,
    "relationship" INTEGER,
    "tag" TEXT NOT NULL DEFAULT '',
    "turn_count" INTEGER NOT NULL,
    "is_hard" BOOLEAN NOT NULL DEFAULT false,
    "prompt_mark" TEXT NOT NULL DEFAULT 'absent',
    "prompt_mark_reason" TEXT NOT NULL DEFAULT '',
    "has_judgments" BOOLEAN NOT NULL DEFAULT false,
    "annotation_count" INTEGER NOT NULL DEFAULT 0,
    "source_file" TEXT NOT NULL DEFAULT '',
    "source_line" INTEGER,
    "import_id" TEXT,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "episodes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "episode_records" (
    "episode_id" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "repairs" JSONB NOT NULL DEFAULT '[]',
    "raw" TEXT NOT NULL,

    CONSTRAINT "episode_records_pkey" PRIMARY KEY ("episode_id")
);

-- CreateTable
CREATE TABLE "episode_imports" (
    "id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "stored_path" TEXT NOT NULL DEFAULT '',
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "bytes_done" BIGINT NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "accepted_count" INTEGER NOT NULL DEFAULT 0,
    "unchanged_count" INTEGER NOT NULL DEFAULT 0,
    "conflict_count" INTEGER NOT NULL DEFAULT 0,
    "repaired_count" INTEGER NOT NULL DEFAULT 0,
    "refused_count" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT NOT NULL DEFAULT '',
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "episode_imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "episode_import_lines" (
    "import_id" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT '',
    "source_id" TEXT NOT NULL DEFAULT '',
    "record_id" TEXT,
    "reason" TEXT NOT NULL DEFAULT '',
    "is_repaired" BOOLEAN NOT NULL DEFAULT false,
    "excerpt" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "episode_import_lines_pkey" PRIMARY KEY ("import_id","line")
);

-- CreateTable
CREATE TABLE "judges" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "model" TEXT NOT NULL DEFAULT '',
    "kind" TEXT NOT NULL DEFAULT 'imported',
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "judges_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "judgments" (
    "id" TEXT NOT NULL,
    "episode_id" TEXT NOT NULL,
    "judge_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "judgments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "judgment_ratings" (
    "judgment_id" TEXT NOT NULL,
    "agent" SMALLINT NOT NULL,
    "dimension" TEXT NOT NULL,
    "score" SMALLINT NOT NULL,
    "rationale" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "judgment_ratings_pkey" PRIMARY KEY ("judgment_id","agent","dimension")
);

-- CreateTable
CREATE TABLE "studies" (
    "id" TEXT NOT NULL,
    "entry_token" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "study_kind" NOT NULL DEFAULT 'official',
    "state" "study_state" NOT NULL DEFAULT 'draft',
    "annotations_per_item" INTEGER NOT NULL DEFAULT 2,
    "items_per_annotator" INTEGER NOT NULL DEFAULT 1,
    "minutes_per_item" INTEGER NOT NULL DEFAULT 12,
    "guidelines_version" TEXT NOT NULL DEFAULT '1',
    "consent_version" TEXT NOT NULL DEFAULT '1',
    "consent_text" TEXT NOT NULL,
    "contact" TEXT NOT NULL DEFAULT '',
    "has_practice" BOOLEAN NOT NULL DEFAULT true,
    "is_desktop_only" BOOLEAN NOT NULL DEFAULT false,
    "panel_kind" "panel_kind" NOT NULL DEFAULT 'none',
    "panel_study_id" TEXT NOT NULL DEFAULT '',
    "completion_url" TEXT NOT NULL DEFAULT '',
    "reward_minor" INTEGER,
    "currency" TEXT NOT NULL DEFAULT 'USD',
    "qualifying_study_id" TEXT,
    "sampling" JSONB NOT NULL DEFAULT '{}',
    "seed" INTEGER NOT NULL DEFAULT 1,
    "design_hash" TEXT NOT NULL DEFAULT '',
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "cloned_from_id" TEXT,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "launched_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "studies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study_dimensions" (
    "study_id" TEXT NOT NULL,
    "dimension" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "symbol" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "direction" TEXT NOT NULL DEFAULT '',
    "min" SMALLINT NOT NULL,
    "max" SMALLINT NOT NULL,
    "bands" JSONB NOT NULL,
    "hue" TEXT NOT NULL DEFAULT 'bel',

    CONSTRAINT "study_dimensions_pkey" PRIMARY KEY ("study_id","dimension")
);

-- CreateTable
CREATE TABLE "completion_codes" (
    "study_id" TEXT NOT NULL,
    "outcome" "outcome" NOT NULL,
    "code" TEXT NOT NULL,

    CONSTRAINT "completion_codes_pkey" PRIMARY KEY ("study_id","outcome")
);

-- CreateTable
CREATE TABLE "study_items" (
    "id" TEXT NOT NULL,
    "study_id" TEXT NOT NULL,
    "episode_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "stratum" TEXT NOT NULL DEFAULT '',
    "inclusion_probability" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "shuffle_key" INTEGER NOT NULL,
    "filled_count" INTEGER NOT NULL DEFAULT 0,
    "submitted_count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "study_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "slots" (
    "id" TEXT NOT NULL,
    "study_id" TEXT NOT NULL,
    "study_item_id" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "state" "slot_state" NOT NULL DEFAULT 'open',
    "lease_until" TIMESTAMPTZ(3),

    CONSTRAINT "slots_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "annotators" (
    "id" TEXT NOT NULL,
    "study_id" TEXT NOT NULL,
    "pseudonym" TEXT NOT NULL,
    "person_key" TEXT NOT NULL,
    "stage" TEXT NOT NULL DEFAULT 'consent',
    "outcome" "outcome",
    "ended_at" TIMESTAMPTZ(3),
    "consent_version" TEXT,
    "consented_at" TIMESTAMPTZ(3),
    "guidelines_read_at" TIMESTAMPTZ(3),
    "check_passed_at" TIMESTAMPTZ(3),
    "practice" JSONB,
    "practiced_at" TIMESTAMPTZ(3),
    "is_preview" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "annotators_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visits" (
    "id" TEXT NOT NULL,
    "study_id" TEXT NOT NULL,
    "annotator_id" TEXT NOT NULL,
    "session_key" TEXT NOT NULL,
    "device" TEXT NOT NULL DEFAULT '',
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" "outcome",
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "visits_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "panel_identities" (
    "annotator_id" TEXT NOT NULL,
    "panel" TEXT NOT NULL,
    "participant_id" TEXT NOT NULL,
    "session_ids" TEXT[],
    "panel_study_id" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "purge_after" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "panel_identities_pkey" PRIMARY KEY ("annotator_id")
);

-- CreateTable
CREATE TABLE "personal_links" (
    "id" TEXT NOT NULL,
    "study_id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "label" TEXT NOT NULL DEFAULT '',
    "annotator_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "personal_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_attempts" (
    "annotator_id" TEXT NOT NULL,
    "number" SMALLINT NOT NULL,
    "answers" JSONB NOT NULL,
    "is_passed" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "check_attempts_pkey" PRIMARY KEY ("annotator_id","number")
);

-- CreateTable
CREATE TABLE "assignments" (
    "id" TEXT NOT NULL,
    "study_id" TEXT NOT NULL,
    "study_item_id" TEXT NOT NULL,
    "annotator_id" TEXT NOT NULL,
    "slot_id" TEXT,
    "sequence" INTEGER NOT NULL,
    "state" "assignment_state" NOT NULL DEFAULT 'assigned',
    "lease_until" TIMESTAMPTZ(3),
    "extensions" INTEGER NOT NULL DEFAULT 0,
    "is_late" BOOLEAN NOT NULL DEFAULT false,
    "skip_reason" TEXT,
    "skip_note" TEXT NOT NULL DEFAULT '',
    "assigned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "assignments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "annotations" (
    "id" TEXT NOT NULL,
    "assignment_id" TEXT NOT NULL,
    "study_id" TEXT NOT NULL,
    "state" "annotation_state" NOT NULL DEFAULT 'draft',
    "revision" INTEGER NOT NULL DEFAULT 0,
    "submission_key" TEXT,
    "saved_at" TIMESTAMPTZ(3),
    "submitted_at" TIMESTAMPTZ(3),
    "active_ms" INTEGER NOT NULL DEFAULT 0,
    "active_ms_by_dimension" JSONB NOT NULL DEFAULT '{}',
    "signals" JSONB NOT NULL DEFAULT '{}',
    "excluded_at" TIMESTAMPTZ(3),
    "excluded_by_id" TEXT,
    "excluded_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "annotations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ratings" (
    "annotation_id" TEXT NOT NULL,
    "study_id" TEXT NOT NULL,
    "agent" SMALLINT NOT NULL,
    "dimension" TEXT NOT NULL,
    "scale_min" SMALLINT NOT NULL,
    "scale_max" SMALLINT NOT NULL,
    "score" SMALLINT,
    "rationale" TEXT NOT NULL DEFAULT '',
    "evidence" INTEGER[],

    CONSTRAINT "ratings_pkey" PRIMARY KEY ("annotation_id","agent","dimension")
);

-- CreateTable
CREATE TABLE "rating_events" (
    "id" BIGSERIAL NOT NULL,
    "annotation_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "agent" SMALLINT NOT NULL,
    "dimension" TEXT NOT NULL,
    "score" SMALLINT,
    "rationale" TEXT NOT NULL DEFAULT '',
    "evidence" INTEGER[],

    CONSTRAINT "rating_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study_exports" (
    "id" TEXT NOT NULL,
    "study_id" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "manifest" JSONB NOT NULL DEFAULT '{}',
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "study_exports_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "user_sessions_user_id_idx" ON "user_sessions"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_tokens_token_hash_key" ON "api_tokens"("token_hash");

-- CreateIndex
CREATE INDEX "api_tokens_user_id_idx" ON "api_tokens"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE INDEX "audit_entries_at_idx" ON "audit_entries"("at");

-- CreateIndex
CREATE INDEX "audit_entries_subject_kind_subject_id_at_idx" ON "audit_entries"("subject_kind", "subject_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "agent_profiles_source_id_variant_key" ON "agent_profiles"("source_id", "variant");

-- CreateIndex
CREATE UNIQUE INDEX "agent_profiles_source_id_content_hash_key" ON "agent_profiles"("source_id", "content_hash");

-- CreateIndex
CREATE UNIQUE INDEX "scenarios_source_id_variant_key" ON "scenarios"("source_id", "variant");

-- CreateIndex
CREATE UNIQUE INDEX "scenarios_source_id_content_hash_key" ON "scenarios"("source_id", "content_hash");

-- CreateIndex
CREATE INDEX "relationship_profiles_agent1_source_id_agent2_source_id_idx" ON "relationship_profiles"("agent1_source_id", "agent2_source_id");

-- CreateIndex
CREATE UNIQUE INDEX "relationship_profiles_source_id_variant_key" ON "relationship_profiles"("source_id", "variant");

-- CreateIndex
CREATE UNIQUE INDEX "relationship_profiles_source_id_content_hash_key" ON "relationship_profiles"("source_id", "content_hash");

-- CreateIndex
CREATE UNIQUE INDEX "scenario_combos_source_id_variant_key" ON "scenario_combos"("source_id", "variant");

-- CreateIndex
CREATE UNIQUE INDEX "scenario_combos_source_id_content_hash_key" ON "scenario_combos"("source_id", "content_hash");

-- CreateIndex
CREATE INDEX "episodes_created_at_id_idx" ON "episodes"("created_at", "id");

-- CreateIndex
CREATE INDEX "episodes_turn_count_id_idx" ON "episodes"("turn_count", "id");

-- CreateIndex
CREATE INDEX "episodes_agent1_policy_created_at_id_idx" ON "episodes"("agent1_policy", "created_at", "id");

-- CreateIndex
CREATE INDEX "episodes_agent2_policy_created_at_id_idx" ON "episodes"("agent2_policy", "created_at", "id");

-- CreateIndex
CREATE INDEX "episodes_codename_created_at_id_idx" ON "episodes"("codename", "created_at", "id");

-- CreateIndex
CREATE INDEX "episodes_tag_created_at_id_idx" ON "episodes"("tag", "created_at", "id");

-- CreateIndex
CREATE INDEX "episodes_source_file_created_at_id_idx" ON "episodes"("source_file", "created_at", "id");

-- CreateIndex
CREATE INDEX "episodes_import_id_idx" ON "episodes"("import_id");

-- CreateIndex
CREATE UNIQUE INDEX "episodes_source_id_variant_key" ON "episodes"("source_id", "variant");

-- CreateIndex
CREATE UNIQUE INDEX "episodes_source_id_content_hash_key" ON "episodes"("source_id", "content_hash");

-- CreateIndex
CREATE INDEX "episode_imports_created_at_idx" ON "episode_imports"("created_at");

-- CreateIndex
CREATE INDEX "episode_import_lines_import_id_outcome_line_idx" ON "episode_import_lines"("import_id", "outcome", "line");

-- CreateIndex
CREATE UNIQUE INDEX "judges_name_key" ON "judges"("name");

-- CreateIndex
CREATE INDEX "judgments_judge_id_idx" ON "judgments"("judge_id");

-- CreateIndex
CREATE UNIQUE INDEX "judgments_episode_id_judge_id_key" ON "judgments"("episode_id", "judge_id");

-- CreateIndex
CREATE UNIQUE INDEX "studies_entry_token_key" ON "studies"("entry_token");

-- CreateIndex
CREATE INDEX "studies_created_at_idx" ON "studies"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "study_dimensions_study_id_position_key" ON "study_dimensions"("study_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "study_dimensions_study_id_dimension_min_max_key" ON "study_dimensions"("study_id", "dimension", "min", "max");

-- CreateIndex
CREATE UNIQUE INDEX "completion_codes_study_id_code_key" ON "completion_codes"("study_id", "code");

-- CreateIndex
CREATE INDEX "study_items_study_id_filled_count_shuffle_key_idx" ON "study_items"("study_id", "filled_count", "shuffle_key");

-- CreateIndex
CREATE INDEX "study_items_episode_id_idx" ON "study_items"("episode_id");

-- CreateIndex
CREATE UNIQUE INDEX "study_items_study_id_episode_id_key" ON "study_items"("study_id", "episode_id");

-- CreateIndex
CREATE UNIQUE INDEX "study_items_study_id_position_key" ON "study_items"("study_id", "position");

-- CreateIndex
CREATE INDEX "slots_study_id_state_lease_until_idx" ON "slots"("study_id", "state", "lease_until");

-- CreateIndex
CREATE UNIQUE INDEX "slots_study_item_id_index_key" ON "slots"("study_item_id", "index");

-- CreateIndex
CREATE UNIQUE INDEX "annotators_study_id_person_key_key" ON "annotators"("study_id", "person_key");

-- CreateIndex
CREATE UNIQUE INDEX "annotators_study_id_pseudonym_key" ON "annotators"("study_id", "pseudonym");

-- CreateIndex
CREATE INDEX "visits_study_id_outcome_idx" ON "visits"("study_id", "outcome");

-- CreateIndex
CREATE UNIQUE INDEX "visits_study_id_annotator_id_session_key_key" ON "visits"("study_id", "annotator_id", "session_key");

-- CreateIndex
CREATE INDEX "panel_identities_purge_after_idx" ON "panel_identities"("purge_after");

-- CreateIndex
CREATE UNIQUE INDEX "personal_links_token_key" ON "personal_links"("token");

-- CreateIndex
CREATE UNIQUE INDEX "personal_links_annotator_id_key" ON "personal_links"("annotator_id");

-- CreateIndex
CREATE INDEX "personal_links_study_id_idx" ON "personal_links"("study_id");

-- CreateIndex
CREATE INDEX "assignments_study_id_state_idx" ON "assignments"("study_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "assignments_study_item_id_annotator_id_key" ON "assignments"("study_item_id", "annotator_id");

-- CreateIndex
CREATE UNIQUE INDEX "assignments_annotator_id_sequence_key" ON "assignments"("annotator_id", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "annotations_assignment_id_key" ON "annotations"("assignment_id");

-- CreateIndex
CREATE UNIQUE INDEX "annotations_submission_key_key" ON "annotations"("submission_key");

-- CreateIndex
CREATE INDEX "annotations_study_id_state_idx" ON "annotations"("study_id", "state");

-- CreateIndex
CREATE INDEX "rating_events_annotation_id_revision_idx" ON "rating_events"("annotation_id", "revision");

-- CreateIndex
CREATE INDEX "study_exports_study_id_created_at_idx" ON "study_exports"("study_id", "created_at");

-- AddForeignKey
ALTER TABLE "user_sessions" ADD CONSTRAINT "user_sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agent_profiles" ADD CONSTRAINT "agent_profiles_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "episode_imports"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scenarios" ADD CONSTRAINT "scenarios_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "episode_imports"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relationship_profiles" ADD CONSTRAINT "relationship_profiles_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "episode_imports"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scenario_combos" ADD CONSTRAINT "scenario_combos_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "episode_imports"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "episodes" ADD CONSTRAINT "episodes_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "episode_imports"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "episode_records" ADD CONSTRAINT "episode_records_episode_id_fkey" FOREIGN KEY ("episode_id") REFERENCES "episodes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "episode_import_lines" ADD CONSTRAINT "episode_import_lines_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "episode_imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "judgments" ADD CONSTRAINT "judgments_episode_id_fkey" FOREIGN KEY ("episode_id") REFERENCES "episodes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "judgments" ADD CONSTRAINT "judgments_judge_id_fkey" FOREIGN KEY ("judge_id") REFERENCES "judges"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "judgment_ratings" ADD CONSTRAINT "judgment_ratings_judgment_id_fkey" FOREIGN KEY ("judgment_id") REFERENCES "judgments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "studies" ADD CONSTRAINT "studies_qualifying_study_id_fkey" FOREIGN KEY ("qualifying_study_id") REFERENCES "studies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study_dimensions" ADD CONSTRAINT "study_dimensions_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "studies"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "completion_codes" ADD CONSTRAINT "completion_codes_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "studies"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study_items" ADD CONSTRAINT "study_items_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "studies"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study_items" ADD CONSTRAINT "study_items_episode_id_fkey" FOREIGN KEY ("episode_id") REFERENCES "episodes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slots" ADD CONSTRAINT "slots_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "studies"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slots" ADD CONSTRAINT "slots_study_item_id_fkey" FOREIGN KEY ("study_item_id") REFERENCES "study_items"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotators" ADD CONSTRAINT "annotators_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "studies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visits" ADD CONSTRAINT "visits_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "studies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visits" ADD CONSTRAINT "visits_annotator_id_fkey" FOREIGN KEY ("annotator_id") REFERENCES "annotators"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_identities" ADD CONSTRAINT "panel_identities_annotator_id_fkey" FOREIGN KEY ("annotator_id") REFERENCES "annotators"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "personal_links" ADD CONSTRAINT "personal_links_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "studies"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "personal_links" ADD CONSTRAINT "personal_links_annotator_id_fkey" FOREIGN KEY ("annotator_id") REFERENCES "annotators"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_attempts" ADD CONSTRAINT "check_attempts_annotator_id_fkey" FOREIGN KEY ("annotator_id") REFERENCES "annotators"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_study_item_id_fkey" FOREIGN KEY ("study_item_id") REFERENCES "study_items"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_annotator_id_fkey" FOREIGN KEY ("annotator_id") REFERENCES "annotators"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_slot_id_fkey" FOREIGN KEY ("slot_id") REFERENCES "slots"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_study_id_dimension_scale_min_scale_max_fkey" FOREIGN KEY ("study_id", "dimension", "scale_min", "scale_max") REFERENCES "study_dimensions"("study_id", "dimension", "min", "max") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating_events" ADD CONSTRAINT "rating_events_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study_exports" ADD CONSTRAINT "study_exports_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "studies"("id") ON DELETE CASCADE ON UPDATE CASCADE;
