-- Laws that the schema language cannot say. Each one backs a promise of docs/architecture.md, so that no code path can break it.

-- ── scales and scores ──
ALTER TABLE "study_dimensions" ADD CONSTRAINT "study_dimensions_range" CHECK ("min" < "max" AND "max" - "min" <= 20);
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_agent" CHECK ("agent" IN (1, 2));
-- The range in the row is tied to the study's scale by a foreign key, the score to the range by this check.
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_in_scale" CHECK ("score" IS NULL OR ("score" BETWEEN "scale_min" AND "scale_max"));
ALTER TABLE "judgment_ratings" ADD CONSTRAINT "judgment_ratings_agent" CHECK ("agent" IN (1, 2));
ALTER TABLE "study_items" ADD CONSTRAINT "study_items_probability" CHECK ("inclusion_probability" > 0 AND "inclusion_probability" <= 1);
ALTER TABLE "study_items" ADD CONSTRAINT "study_items_counts" CHECK ("filled_count" >= 0 AND "submitted_count" >= 0);
ALTER TABLE "check_attempts" ADD CONSTRAINT "check_attempts_two_tries" CHECK ("number" IN (1, 2));
ALTER TABLE "studies" ADD CONSTRAINT "studies_design" CHECK (
  "annotations_per_item" BETWEEN 1 AND 100 AND "items_per_annotator" BETWEEN 1 AND 1000 AND "minutes_per_item" BETWEEN 1 AND 600);

-- ── assignment: never more live assignments than slots, never two open ones for one person ──
CREATE UNIQUE INDEX "assignments_one_live_per_slot" ON "assignments" ("slot_id") WHERE "state" IN ('assigned', 'started', 'submitted');
CREATE UNIQUE INDEX "assignments_one_open_per_annotator" ON "assignments" ("annotator_id") WHERE "state" IN ('assigned', 'started');
ALTER TABLE "slots" ADD CONSTRAINT "slots_lease_while_held" CHECK (("state" = 'held') = ("lease_until" IS NOT NULL));
CREATE INDEX "slots_open" ON "slots" ("study_id", "study_item_id", "index") WHERE "state" = 'open';
CREATE INDEX "slots_held_until" ON "slots" ("lease_until") WHERE "state" = 'held';

-- ── one outcome, once ──
ALTER TABLE "visits" ADD CONSTRAINT "visits_outcome_and_end" CHECK (("outcome" IS NULL) = ("ended_at" IS NULL));
ALTER TABLE "annotators" ADD CONSTRAINT "annotators_outcome_and_end" CHECK (("outcome" IS NULL) = ("ended_at" IS NULL));

CREATE FUNCTION refuse_second_outcome() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.outcome IS NOT NULL AND NEW.outcome IS DISTINCT FROM OLD.outcome THEN
    RAISE EXCEPTION 'An outcome is recorded once (% is %)', OLD.id, OLD.outcome USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "visits_outcome_once" BEFORE UPDATE ON "visits" FOR EACH ROW EXECUTE FUNCTION refuse_second_outcome();
CREATE TRIGGER "annotators_outcome_once" BEFORE UPDATE ON "annotators" FOR EACH ROW EXECUTE FUNCTION refuse_second_outcome();

-- ── a submitted annotation is complete and stays as it is ──
CREATE FUNCTION require_complete_annotation() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wanted integer;
  given integer;
BEGIN
  IF NEW.state = 'submitted' AND (TG_OP = 'INSERT' OR OLD.state <> 'submitted') THEN
    SELECT 2 * count(*) INTO wanted FROM study_dimensions WHERE study_id = NEW.study_id;
    SELECT count(*) INTO given FROM ratings WHERE annotation_id = NEW.id AND score IS NOT NULL;
    IF given <> wanted THEN
      RAISE EXCEPTION 'Annotation % has % of % scores', NEW.id, given, wanted USING ERRCODE = 'check_violation';
    END IF;
  ELSIF TG_OP = 'UPDATE' AND OLD.state = 'submitted' AND NEW.state <> 'submitted' THEN
    RAISE EXCEPTION 'Annotation % is submitted and stays so', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "annotations_complete_when_submitted" AFTER INSERT OR UPDATE ON "annotations"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_complete_annotation();

CREATE FUNCTION refuse_submitted_rating_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM annotations WHERE id = OLD.annotation_id AND state = 'submitted') THEN
    RAISE EXCEPTION 'Ratings of a submitted annotation do not change' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ratings_frozen_when_submitted" BEFORE UPDATE ON "ratings" FOR EACH ROW EXECUTE FUNCTION refuse_submitted_rating_change();

-- ── frozen once it ran: after launch only the state, more annotations per item and bookkeeping may change ──
CREATE FUNCTION refuse_design_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.launched_at IS NOT NULL THEN
    IF NEW.launched_at IS DISTINCT FROM OLD.launched_at
      OR NEW.annotations_per_item < OLD.annotations_per_item
      OR (NEW.kind, NEW.items_per_annotator, NEW.minutes_per_item, NEW.guidelines_version, NEW.consent_version, NEW.consent_text,
          NEW.contact, NEW.has_practice, NEW.is_desktop_only, NEW.panel_kind, NEW.panel_study_id, NEW.completion_url,
          NEW.reward_minor, NEW.currency, NEW.qualifying_study_id, NEW.seed, NEW.design_hash, NEW.entry_token)
        IS DISTINCT FROM
         (OLD.kind, OLD.items_per_annotator, OLD.minutes_per_item, OLD.guidelines_version, OLD.consent_version, OLD.consent_text,
          OLD.contact, OLD.has_practice, OLD.is_desktop_only, OLD.panel_kind, OLD.panel_study_id, OLD.completion_url,
          OLD.reward_minor, OLD.currency, OLD.qualifying_study_id, OLD.seed, OLD.design_hash, OLD.entry_token)
    THEN
      RAISE EXCEPTION 'The design of study % is frozen', OLD.id USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "studies_frozen_after_launch" BEFORE UPDATE ON "studies" FOR EACH ROW EXECUTE FUNCTION refuse_design_change();

CREATE FUNCTION refuse_scale_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  launched timestamptz;
BEGIN
  SELECT launched_at INTO launched FROM studies WHERE id = OLD.study_id;
  IF launched IS NOT NULL THEN
    RAISE EXCEPTION 'The scales of study % are frozen', OLD.study_id USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
-- Deleting is refused only while the study itself stays: removing a whole study cascades here after its row is gone.
CREATE TRIGGER "study_dimensions_frozen" BEFORE UPDATE OR DELETE ON "study_dimensions" FOR EACH ROW EXECUTE FUNCTION refuse_scale_change();

-- ── append-only ──
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER "audit_entries_append_only" BEFORE UPDATE OR DELETE ON "audit_entries" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "rating_events_no_update" BEFORE UPDATE ON "rating_events" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- ── search: names, situation, codename, tag and source id ──
ALTER TABLE "episodes" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (
  to_tsvector('simple', "source_id" || ' ' || "codename" || ' ' || "tag" || ' ' || "agent1_name" || ' ' || "agent2_name" || ' ' || "scenario_text")
) STORED;
CREATE INDEX "episodes_search" ON "episodes" USING GIN ("search");
