-- Every place that opens on an item is offered to its annotations without one, also when somebody is withdrawn or replaced.
-- And of two who act on an item at the same moment, one giving a place back and one finishing late, the second one sees
-- what the first one did: both wait for the item before they look.

-- ── open places go to annotations without one: those submitted first, then those in work ──
-- Called after what opens a place, or leaves an annotation without one, is written. Excluded annotations, which are not
-- counted, and previews are passed over, and so is what others hold locked. Answers how many places were given.
CREATE OR REPLACE FUNCTION fill_open_places(p_items text[]) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  v_work record;
  v_slot text;
  v_count integer := 0;
BEGIN
  -- Many items are locked in one order everywhere, so that no two can wait for each other.
  PERFORM 1 FROM study_items WHERE id = ANY(p_items) ORDER BY id FOR NO KEY UPDATE;
  FOR v_work IN
    SELECT g.id, g.study_item_id, g.state = 'submitted' AS is_submitted, g.lease_until
    FROM assignments g JOIN annotations n ON n.assignment_id = g.id JOIN annotators a ON a.id = g.annotator_id
    WHERE g.study_item_id = ANY(p_items) AND g.slot_id IS NULL AND g.state IN ('assigned', 'started', 'submitted')
      AND n.excluded_at IS NULL AND NOT a.is_preview
    ORDER BY g.state <> 'submitted', n.submitted_at, g.id FOR NO KEY UPDATE OF g SKIP LOCKED
  LOOP
    SELECT id INTO v_slot FROM slots WHERE study_item_id = v_work.study_item_id AND state = 'open'
      ORDER BY index LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED;
    CONTINUE WHEN NOT FOUND;
    UPDATE slots SET state = CASE WHEN v_work.is_submitted THEN 'filled' ELSE 'held' END::slot_state,
      lease_until = CASE WHEN v_work.is_submitted THEN NULL ELSE v_work.lease_until END WHERE id = v_slot;
    UPDATE assignments SET slot_id = v_slot WHERE id = v_work.id;
    UPDATE study_items SET filled_count = filled_count + 1 WHERE id = v_work.study_item_id;
    v_count := v_count + 1;
  END LOOP;
  RETURN v_count;
END $$;

-- ── leases that have run out: the slot returns, the annotator's draft stays ──
-- Answers how many assignments expired. Only one session expires a study at a time; a second one leaves it to the first.
CREATE OR REPLACE FUNCTION expire_leases(p_study text) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  v_count integer;
  v_items text[];
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtextextended('expire_leases ' || p_study, 0)) THEN RETURN 0; END IF;
  WITH due AS (
    SELECT id, slot_id FROM assignments
    WHERE study_id = p_study AND state IN ('assigned', 'started') AND lease_until < now()
    FOR NO KEY UPDATE SKIP LOCKED
  ), ended AS (
    UPDATE assignments a SET state = 'expired', ended_at = now() FROM due WHERE a.id = due.id RETURNING a.id
  ), freed AS (
    UPDATE slots s SET state = 'open', lease_until = NULL FROM due WHERE s.id = due.slot_id RETURNING s.study_item_id
  )
  SELECT (SELECT count(*) FROM ended), (SELECT array_agg(study_item_id) FROM freed) INTO v_count, v_items;
  PERFORM 1 FROM study_items WHERE id = ANY(v_items) ORDER BY id FOR NO KEY UPDATE;
  UPDATE study_items i SET filled_count = i.filled_count - f.places
    FROM (SELECT item, count(*)::integer AS places FROM unnest(v_items) AS item GROUP BY item) f WHERE i.id = f.item;
  PERFORM fill_open_places(v_items);
  RETURN v_count;
END $$;

-- ── back to work on an assignment whose lease had run out ──
-- Takes an open place of the item; else it goes on as an extra annotation without one. The caller holds the annotator's
-- and the assignment's locks.
CREATE OR REPLACE FUNCTION revive_assignment(p_assignment text, p_lease interval) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_item text;
BEGIN
  UPDATE assignments SET state = 'started', started_at = coalesce(started_at, now()), ended_at = NULL,
    lease_until = clock_timestamp() + p_lease, slot_id = NULL
    WHERE id = p_assignment RETURNING study_item_id INTO v_item;
  PERFORM fill_open_places(ARRAY[v_item]);
END $$;

-- ── the submission, with the outcome that it earns ──
-- p_submitted_before: how many this person had submitted when p_outcome was decided; `recount` when that has changed.
-- status: `submitted` (now or before), `stale`, `skipped`, `recount`, or NULL for no such assignment of this person.
CREATE OR REPLACE FUNCTION submit_annotation(p_annotator text, p_assignment text, p_revision integer, p_key text,
  p_submitted_before integer, p_outcome outcome)
RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_person annotators%ROWTYPE;
  v_mine assignments%ROWTYPE;
  v_note annotations%ROWTYPE;
  v_is_late boolean;
  v_slot text;
BEGIN
  SELECT * INTO v_person FROM annotators WHERE id = p_annotator FOR NO KEY UPDATE;
  SELECT * INTO v_mine FROM assignments WHERE id = p_assignment AND annotator_id = p_annotator FOR NO KEY UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT * INTO v_note FROM annotations WHERE assignment_id = p_assignment;
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF v_note.state = 'submitted' THEN
    RETURN jsonb_build_object('status', 'submitted', 'isRepeat', true, 'ended',
      CASE WHEN v_person.ended_at = v_note.submitted_at THEN v_person.outcome END);
  END IF;
  IF v_mine.state = 'skipped' THEN RETURN jsonb_build_object('status', 'skipped'); END IF;
  IF v_note.revision <> p_revision THEN RETURN jsonb_build_object('status', 'stale'); END IF;
  IF p_submitted_before <> (SELECT count(*) FROM assignments WHERE annotator_id = p_annotator AND state = 'submitted') THEN
    RETURN jsonb_build_object('status', 'recount');
  END IF;

  v_is_late := v_mine.state = 'expired' OR v_mine.lease_until < now();
  -- A live assignment fills the slot that it holds; one that has none is given an open one of the item below.
  UPDATE slots SET state = 'filled', lease_until = NULL
    WHERE id = v_mine.slot_id AND v_mine.state <> 'expired' RETURNING id INTO v_slot;
  UPDATE assignments SET state = 'submitted', slot_id = v_slot, is_late = v_is_late, ended_at = now(),
    started_at = coalesce(started_at, assigned_at) WHERE id = p_assignment;
  UPDATE annotations SET state = 'submitted', submission_key = p_key, submitted_at = now() WHERE id = v_note.id;
  -- A preview counts nowhere.
  IF NOT v_person.is_preview THEN
    UPDATE study_items SET submitted_count = submitted_count + 1 WHERE id = v_mine.study_item_id;
    IF v_slot IS NULL THEN PERFORM fill_open_places(ARRAY[v_mine.study_item_id]); END IF;
    UPDATE episodes e SET annotation_count = e.annotation_count + 1
      FROM study_items i WHERE i.id = v_mine.study_item_id AND e.id = i.episode_id;
  END IF;
  IF p_outcome IS NOT NULL AND v_person.outcome IS NULL THEN
    UPDATE annotators SET outcome = p_outcome, ended_at = now(), stage = 'ended' WHERE id = p_annotator;
    UPDATE visits SET outcome = p_outcome, ended_at = now() WHERE annotator_id = p_annotator AND outcome IS NULL;
    RETURN jsonb_build_object('status', 'submitted', 'ended', p_outcome, 'isLate', v_is_late);
  END IF;
  RETURN jsonb_build_object('status', 'submitted', 'ended', NULL, 'isLate', v_is_late);
END $$;

-- ── an excluded annotation that another one is to replace ──
-- Takes it out of its item's counts and opens its place. Answers whether somebody else is to be asked now.
CREATE OR REPLACE FUNCTION replace_annotation(p_annotation text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  v_mine assignments%ROWTYPE;
BEGIN
  SELECT g.* INTO v_mine FROM assignments g JOIN annotations n ON n.assignment_id = g.id
    WHERE n.id = p_annotation AND n.state = 'submitted' AND n.excluded_at IS NOT NULL AND NOT n.is_replaced FOR NO KEY UPDATE OF g;
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE annotations SET is_replaced = true WHERE id = p_annotation;
  UPDATE assignments SET slot_id = NULL WHERE id = v_mine.id;
  UPDATE slots SET state = 'open' WHERE id = v_mine.slot_id;
  UPDATE study_items SET submitted_count = submitted_count - 1, filled_count = filled_count - (v_mine.slot_id IS NOT NULL)::integer
    WHERE id = v_mine.study_item_id;
  RETURN v_mine.slot_id IS NOT NULL AND fill_open_places(ARRAY[v_mine.study_item_id]) = 0;
END $$;

-- ── an annotator's wish that their ratings and reasons be deleted ──
-- Deletes what one annotator rated, wrote and answered, and keeps who was here, when, and with which outcome. Their places
-- are opened; what was begun or had timed out is given back, so that no page that is still open can go on with it.
-- Somebody whose part was open ends it: paid in full where something was submitted, else as declined. Answers how many
-- submitted annotations and drafts with ratings were deleted, or NULL for nobody, a preview, or somebody who was withdrawn
-- before. Locks are taken in the order of all steps.
CREATE OR REPLACE FUNCTION withdraw_annotator(p_annotator text) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_person annotators%ROWTYPE;
  v_work record;
  v_items text[] := '{}';
  v_submitted integer := 0;
  v_drafts integer := 0;
BEGIN
  SELECT * INTO v_person FROM annotators
    WHERE id = p_annotator AND NOT is_preview AND withdrawn_at IS NULL FOR NO KEY UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  PERFORM 1 FROM assignments WHERE annotator_id = p_annotator ORDER BY id FOR NO KEY UPDATE;
  FOR v_work IN
    SELECT g.state = 'submitted' AS is_submitted, g.study_item_id, n.is_replaced, n.excluded_at, n.revision, i.episode_id,
      CASE WHEN g.state IN ('assigned', 'started', 'submitted') THEN g.slot_id END AS slot_id
    FROM assignments g JOIN annotations n ON n.assignment_id = g.id JOIN study_items i ON i.id = g.study_item_id
    WHERE g.annotator_id = p_annotator ORDER BY g.study_item_id
  LOOP
    UPDATE slots SET state = 'open', lease_until = NULL WHERE id = v_work.slot_id;
    UPDATE study_items SET filled_count = filled_count - (v_work.slot_id IS NOT NULL)::integer,
      submitted_count = submitted_count - (v_work.is_submitted AND NOT v_work.is_replaced)::integer
      WHERE id = v_work.study_item_id;
    UPDATE episodes SET annotation_count = greatest(0, annotation_count - 1)
      WHERE id = v_work.episode_id AND v_work.is_submitted AND v_work.excluded_at IS NULL;
    v_items := v_items || v_work.study_item_id;
    v_submitted := v_submitted + v_work.is_submitted::integer;
    v_drafts := v_drafts + (NOT v_work.is_submitted AND v_work.revision > 0)::integer;
  END LOOP;
  UPDATE assignments SET skip_note = '', slot_id = CASE WHEN state <> 'submitted' THEN slot_id END,
    skip_reason = CASE WHEN state IN ('assigned', 'started', 'expired') THEN 'withdrawn' ELSE skip_reason END,
    ended_at = CASE WHEN state IN ('assigned', 'started') THEN now() ELSE ended_at END,
    state = CASE WHEN state IN ('assigned', 'started', 'expired') THEN 'skipped' ELSE state END
    WHERE annotator_id = p_annotator;
  -- Ratings with their reasons and evidence, every earlier version of them, working times by dimension and signals.
  DELETE FROM annotations n USING assignments g WHERE g.id = n.assignment_id AND g.annotator_id = p_annotator;
  PERFORM fill_open_places(v_items);
  DELETE FROM check_attempts WHERE annotator_id = p_annotator;
  UPDATE annotators SET practice = NULL, withdrawn_at = now() WHERE id = p_annotator;
  IF v_person.outcome IS NULL THEN
    PERFORM end_annotator(p_annotator, (CASE WHEN v_submitted > 0 THEN 'ran_out_midway' ELSE 'declined' END)::outcome);
  END IF;
  RETURN jsonb_build_object('studyId', v_person.study_id, 'pseudonym', v_person.pseudonym,
    'submitted', v_submitted, 'drafts', v_drafts);
END $$;

-- What stands so today is put right once.
SELECT fill_open_places(array_agg(DISTINCT study_item_id)) FROM assignments
  WHERE slot_id IS NULL AND state IN ('assigned', 'started', 'submitted');
