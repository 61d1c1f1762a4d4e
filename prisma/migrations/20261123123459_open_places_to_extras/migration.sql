-- An annotation beyond the places of its item (a late finish, or work that goes on after its place went to somebody else)
-- counts like any other. So a place that opens on its item is given to it before anybody else is asked.

-- ── open places go to annotations without one: those submitted first, then those in work ──
-- Excluded ones, which are not counted, and previews are passed over, and so is what others hold locked. Answers how many places were given.
CREATE FUNCTION fill_open_places(p_items text[]) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  v_work record;
  v_slot text;
  v_count integer := 0;
BEGIN
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
  ), balanced AS (
    UPDATE study_items i SET filled_count = i.filled_count - f.places
    FROM (SELECT study_item_id, count(*)::integer AS places FROM freed GROUP BY study_item_id) f
    WHERE i.id = f.study_item_id
  )
  SELECT (SELECT count(*) FROM ended), (SELECT array_agg(DISTINCT study_item_id) FROM freed) INTO v_count, v_items;
  PERFORM fill_open_places(v_items);
  RETURN v_count;
END $$;

-- ── back to work on an assignment whose lease had run out ──
-- Takes its own place again when that is still open, else another open one of the item; else it goes on as an extra
-- annotation without a place. The caller holds the annotator's and the assignment's locks.
CREATE OR REPLACE FUNCTION revive_assignment(p_assignment text, p_lease interval) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_until timestamptz := clock_timestamp() + p_lease;
  v_slot text;
  v_item text;
BEGIN
  SELECT s.id INTO v_slot FROM assignments a JOIN annotators p ON p.id = a.annotator_id JOIN slots s ON s.study_item_id = a.study_item_id
    WHERE a.id = p_assignment AND NOT p.is_preview AND s.state = 'open'
    ORDER BY (s.id IS NOT DISTINCT FROM a.slot_id) DESC, s.index LIMIT 1 FOR NO KEY UPDATE OF s SKIP LOCKED;
  UPDATE slots SET state = 'held', lease_until = v_until WHERE id = v_slot RETURNING study_item_id INTO v_item;
  UPDATE assignments SET state = 'started', started_at = coalesce(started_at, now()), ended_at = NULL,
    lease_until = v_until, slot_id = v_slot
    WHERE id = p_assignment;
  UPDATE study_items SET filled_count = filled_count + 1 WHERE id = v_item;
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
  v_retaken boolean := false;
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
  -- A live assignment holds its slot; after expiry the slot is taken again if nobody else has it, else any open one of the item.
  UPDATE slots SET state = 'filled', lease_until = NULL
    WHERE id = v_mine.slot_id AND (v_mine.state <> 'expired' OR state = 'open') RETURNING id INTO v_slot;
  v_retaken := v_slot IS NOT NULL AND v_mine.state = 'expired';
  IF v_slot IS NULL AND NOT v_person.is_preview THEN
    SELECT id INTO v_slot FROM slots WHERE study_item_id = v_mine.study_item_id AND state = 'open'
      ORDER BY index LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED;
    UPDATE slots SET state = 'filled' WHERE id = v_slot;
    v_retaken := v_slot IS NOT NULL;
  END IF;
  UPDATE assignments SET state = 'submitted', slot_id = v_slot, is_late = v_is_late, ended_at = now(),
    started_at = coalesce(started_at, assigned_at) WHERE id = p_assignment;
  UPDATE annotations SET state = 'submitted', submission_key = p_key, submitted_at = now() WHERE id = v_note.id;
  -- A preview counts nowhere.
  IF NOT v_person.is_preview THEN
    UPDATE study_items SET submitted_count = submitted_count + 1, filled_count = filled_count + v_retaken::integer
      WHERE id = v_mine.study_item_id;
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

-- ── giving an item back ──
-- status: `skipped` (now or before), `submitted`, or NULL for no such assignment of this person. The draft is kept.
CREATE OR REPLACE FUNCTION skip_assignment(p_annotator text, p_assignment text, p_reason text, p_note text)
RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_mine assignments%ROWTYPE;
BEGIN
  PERFORM 1 FROM annotators WHERE id = p_annotator FOR NO KEY UPDATE;
  SELECT * INTO v_mine FROM assignments WHERE id = p_assignment AND annotator_id = p_annotator FOR NO KEY UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF v_mine.state IN ('submitted', 'skipped') THEN RETURN jsonb_build_object('status', v_mine.state); END IF;
  UPDATE assignments SET state = 'skipped', skip_reason = p_reason, skip_note = p_note, ended_at = now() WHERE id = p_assignment;
  IF v_mine.state <> 'expired' AND v_mine.slot_id IS NOT NULL THEN
    UPDATE slots SET state = 'open', lease_until = NULL WHERE id = v_mine.slot_id;
    UPDATE study_items SET filled_count = filled_count - 1 WHERE id = v_mine.study_item_id;
    PERFORM fill_open_places(ARRAY[v_mine.study_item_id]);
  END IF;
  RETURN jsonb_build_object('status', 'skipped');
END $$;

-- What stands so today is put right once.
SELECT fill_open_places(array_agg(DISTINCT study_item_id)) FROM assignments
  WHERE slot_id IS NULL AND state IN ('assigned', 'started', 'submitted');
