-- Three more outcomes (an arrival during a pause, somebody who gave everything back, somebody who left and did not return),
-- and the place of an excluded annotation given to somebody else.

-- ── the outcomes: the type is made anew, since a value that is added cannot be used by the change that adds it ──
ALTER TYPE "outcome" RENAME TO "outcome_before";
CREATE TYPE "outcome" AS ENUM ('completed', 'declined', 'wrong_device', 'failed_check', 'no_item_left', 'ran_out_midway', 'came_late',
  'came_again', 'not_qualified', 'came_in_pause', 'submitted_nothing', 'abandoned');
ALTER TABLE "completion_codes" ALTER COLUMN "outcome" TYPE "outcome" USING "outcome"::text::"outcome";
ALTER TABLE "annotators" ALTER COLUMN "outcome" TYPE "outcome" USING "outcome"::text::"outcome";
ALTER TABLE "visits" ALTER COLUMN "outcome" TYPE "outcome" USING "outcome"::text::"outcome";
-- The two functions that take an outcome keep their bodies; only the type in their heads is the new one.
DO $$
DECLARE
  v_head text;
  v_body text;
BEGIN
  FOREACH v_head IN ARRAY ARRAY['submit_annotation(text,text,integer,text,integer,outcome_before)', 'end_annotator(text,outcome_before)'] LOOP
    v_body := replace(pg_get_functiondef(v_head::regprocedure), 'outcome_before', 'outcome');
    EXECUTE 'DROP FUNCTION ' || v_head;
    EXECUTE v_body;
  END LOOP;
END $$;
DROP TYPE "outcome_before";

-- Studies that exist get a code for each of the two outcomes that somebody can be shown.
INSERT INTO completion_codes (study_id, outcome, code)
  SELECT s.id, o.outcome, (
    SELECT string_agg(substr('ABCDEFGHJKLMNPQRSTUVWXYZ23456789', get_byte(d.bytes, place) % 32 + 1, 1), '' ORDER BY place)
    FROM generate_series(0, 9) AS place)
  FROM studies s
  CROSS JOIN unnest(ARRAY['came_in_pause', 'submitted_nothing']::outcome[]) AS o(outcome)
  CROSS JOIN LATERAL (SELECT sha256(convert_to(gen_random_uuid()::text || s.id || o.outcome, 'UTF8')) AS bytes) AS d;

-- ── visits that were left ──
-- The visit in which a browser's work goes on: the one that it knows, or the one that was opened when somebody came back
-- to a visit that had ended as abandoned. Only a visit that carries the person's own part counts as that.
CREATE FUNCTION visit_in_force(p_annotator text, p_visit text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN v.outcome IS DISTINCT FROM 'abandoned' THEN v.id ELSE coalesce((
    SELECT w.id FROM visits w JOIN annotators a ON a.id = w.annotator_id
    WHERE w.study_id = v.study_id AND w.annotator_id = v.annotator_id
      AND split_part(w.session_key, '.', 1) = split_part(v.session_key, '.', 1)
      AND (w.outcome IS NULL OR w.outcome = a.outcome)
    ORDER BY w.outcome IS NULL DESC, w.entered_at DESC LIMIT 1), v.id) END
  FROM visits v WHERE v.id = p_visit AND v.annotator_id = p_annotator
$$;

-- A sign of life of somebody whose visit had ended as abandoned opens a visit of the same session. Answers the open visit,
-- or NULL for somebody whose part has ended or who never left.
CREATE FUNCTION resume_visit(p_annotator text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  v_study text;
  v_left visits%ROWTYPE;
  v_open text;
BEGIN
  SELECT study_id INTO v_study FROM annotators WHERE id = p_annotator AND outcome IS NULL FOR NO KEY UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT id INTO v_open FROM visits WHERE study_id = v_study AND annotator_id = p_annotator AND outcome IS NULL
    ORDER BY entered_at DESC LIMIT 1;
  IF FOUND THEN RETURN v_open; END IF;
  SELECT * INTO v_left FROM visits WHERE study_id = v_study AND annotator_id = p_annotator AND outcome = 'abandoned'
    ORDER BY ended_at DESC LIMIT 1;
  IF NOT FOUND THEN RETURN NULL; END IF;
  INSERT INTO visits (id, study_id, annotator_id, session_key, device)
    SELECT gen_random_uuid()::text, v_study, p_annotator,
      split_part(v_left.session_key, '.', 1) || '.' || (count(*) + 1), v_left.device
    FROM visits WHERE study_id = v_study AND annotator_id = p_annotator
      AND split_part(session_key, '.', 1) = split_part(v_left.session_key, '.', 1)
    RETURNING id INTO v_open;
  RETURN v_open;
END $$;

-- Work on an item whose lease had run out is such a sign, and so is every submission, by whichever way it comes.
CREATE FUNCTION resume_visit_of_work() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM resume_visit(NEW.annotator_id);
  RETURN NULL;
END $$;
CREATE TRIGGER "assignments_resume_visit" AFTER UPDATE OF "state" ON "assignments" FOR EACH ROW
  WHEN (NEW.state = 'submitted' OR (OLD.state = 'expired' AND NEW.state = 'started')) EXECUTE FUNCTION resume_visit_of_work();

-- Ends the visits of people who hold no item and have given no sign of life for p_after, or, in a study that is closed, for
-- p_after_close. Their part stays open: who comes back goes on in a new visit. A paused study waits for its people.
CREATE FUNCTION end_abandoned_visits(p_after interval, p_after_close interval) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  v_count integer;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtextextended('end_abandoned_visits', 0)) THEN RETURN 0; END IF;
  WITH silent AS (
    SELECT v.id FROM visits v JOIN studies s ON s.id = v.study_id JOIN annotators a ON a.id = v.annotator_id
    WHERE v.outcome IS NULL AND s.state IN ('running', 'closed') AND a.outcome IS NULL AND NOT a.is_preview
      AND NOT EXISTS (SELECT 1 FROM assignments g WHERE g.annotator_id = a.id AND g.state IN ('assigned', 'started'))
      AND greatest(v.entered_at, a.consented_at, a.guidelines_read_at, a.check_passed_at, a.practiced_at,
        (SELECT max(c.at) FROM check_attempts c WHERE c.annotator_id = a.id),
        (SELECT max(greatest(g.ended_at, n.saved_at)) FROM assignments g LEFT JOIN annotations n ON n.assignment_id = g.id
          WHERE g.annotator_id = a.id),
        CASE WHEN s.state = 'closed' THEN s.closed_at END
      ) < now() - CASE WHEN s.state = 'closed' THEN least(p_after, p_after_close) ELSE p_after END
    FOR NO KEY UPDATE OF v SKIP LOCKED
  )
  UPDATE visits v SET outcome = 'abandoned', ended_at = now() FROM silent WHERE v.id = silent.id;
  GET DIAGNOSTICS v_count = ROW_COUNT;
  RETURN v_count;
END $$;

-- ── an excluded annotation that another one is to replace ──
ALTER TABLE "annotations" ADD COLUMN "is_replaced" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_replaced_is_excluded" CHECK (NOT "is_replaced" OR "excluded_at" IS NOT NULL);

-- Takes an excluded annotation out of its item's counts. Its place goes to an annotation of the same item that has none
-- (a late finish), else it is open again. Answers whether a place was opened.
CREATE FUNCTION replace_annotation(p_annotation text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  v_mine assignments%ROWTYPE;
  v_heir text;
BEGIN
  SELECT g.* INTO v_mine FROM assignments g JOIN annotations n ON n.assignment_id = g.id
    WHERE n.id = p_annotation AND n.state = 'submitted' AND n.excluded_at IS NOT NULL AND NOT n.is_replaced FOR NO KEY UPDATE OF g;
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE annotations SET is_replaced = true WHERE id = p_annotation;
  UPDATE assignments SET slot_id = NULL WHERE id = v_mine.id;
  IF v_mine.slot_id IS NOT NULL THEN
    SELECT g.id INTO v_heir FROM assignments g JOIN annotations n ON n.assignment_id = g.id JOIN annotators a ON a.id = g.annotator_id
      WHERE g.study_item_id = v_mine.study_item_id AND g.state = 'submitted' AND g.slot_id IS NULL
        AND n.excluded_at IS NULL AND NOT a.is_preview
      ORDER BY n.submitted_at LIMIT 1 FOR NO KEY UPDATE OF g;
    UPDATE assignments SET slot_id = v_mine.slot_id WHERE id = v_heir;
    UPDATE slots SET state = 'open' WHERE id = v_mine.slot_id AND v_heir IS NULL;
  END IF;
  UPDATE study_items SET submitted_count = submitted_count - 1,
    filled_count = filled_count - (v_mine.slot_id IS NOT NULL AND v_heir IS NULL)::integer WHERE id = v_mine.study_item_id;
  RETURN v_mine.slot_id IS NOT NULL AND v_heir IS NULL;
END $$;

-- The way back: the annotation counts again, in an open place of its item where there is one, else as an extra one.
CREATE FUNCTION restore_replaced(p_annotation text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_mine assignments%ROWTYPE;
  v_slot text;
BEGIN
  SELECT g.* INTO v_mine FROM assignments g JOIN annotations n ON n.assignment_id = g.id
    WHERE n.id = p_annotation AND n.is_replaced FOR NO KEY UPDATE OF g;
  IF NOT FOUND THEN RETURN; END IF;
  SELECT s.id INTO v_slot FROM slots s WHERE s.study_item_id = v_mine.study_item_id AND s.state = 'open'
    ORDER BY s.index LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED;
  UPDATE slots SET state = 'filled' WHERE id = v_slot;
  UPDATE assignments SET slot_id = v_slot WHERE id = v_mine.id;
  UPDATE annotations SET is_replaced = false WHERE id = p_annotation;
  UPDATE study_items SET submitted_count = submitted_count + 1, filled_count = filled_count + (v_slot IS NOT NULL)::integer
    WHERE id = v_mine.study_item_id;
END $$;
