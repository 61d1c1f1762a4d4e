-- The hot path of a study, one function a step, so that each step is one round trip and one transaction on both databases.
-- The laws stay where they were (unique keys, checks, triggers); these functions only walk inside them.
--
-- Order in which every function takes its row locks, so that no two can wait for each other:
--   annotators (one person's steps follow one another) → assignments → slots → study_items → episodes → visits.
-- A claim passes over slots that others hold locked; expiring passes over assignments that others hold locked.
-- Each statement inside a function sees what was committed before it began, also what a lock was waited for.

-- ── leases that have run out: the slot returns, the annotator's draft stays ──
-- Answers how many assignments expired. Only one session expires a study at a time; a second one leaves it to the first.
CREATE FUNCTION expire_leases(p_study text) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  v_count integer;
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
  SELECT count(*) INTO v_count FROM ended;
  RETURN v_count;
END $$;

-- ── which place comes next for this person: the least filled item first, a shuffle of their own within ──
-- An item counts as filled as its number of taken places, and at least as the index of the place offered, so that many
-- people who ask at the same moment spread over the items. Without p_wait, places that others are taking are passed over;
-- with it they are waited for, so that “nothing” means that nothing is left.
CREATE FUNCTION pick_open_slot(p_study text, p_annotator text, p_seed integer, p_wait boolean)
RETURNS TABLE (slot_id text, study_item_id text) LANGUAGE plpgsql AS $$
BEGIN
  IF p_wait THEN
    RETURN QUERY
      SELECT s.id, s.study_item_id FROM slots s JOIN study_items i ON i.id = s.study_item_id
      WHERE s.study_id = p_study AND s.state = 'open'
        AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.annotator_id = p_annotator AND a.study_item_id = i.id)
      ORDER BY greatest(i.filled_count, s.index), i.filled_count,
        hashint8extended(i.shuffle_key, hashtextextended(p_annotator, p_seed)), i.id, s.index
      LIMIT 1 FOR NO KEY UPDATE OF s;
  ELSE
    RETURN QUERY
      SELECT s.id, s.study_item_id FROM slots s JOIN study_items i ON i.id = s.study_item_id
      WHERE s.study_id = p_study AND s.state = 'open'
        AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.annotator_id = p_annotator AND a.study_item_id = i.id)
      ORDER BY greatest(i.filled_count, s.index), i.filled_count,
        hashint8extended(i.shuffle_key, hashtextextended(p_annotator, p_seed)), i.id, s.index
      LIMIT 1 FOR NO KEY UPDATE OF s SKIP LOCKED;
  END IF;
END $$;

-- ── back to work on an assignment whose lease had run out ──
-- Takes its own place again when that is still open; else it goes on as an extra annotation without a place.
-- The caller holds the annotator's and the assignment's locks.
CREATE FUNCTION revive_assignment(p_assignment text, p_lease interval) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_until timestamptz := clock_timestamp() + p_lease;
  v_item text;
BEGIN
  UPDATE slots s SET state = 'held', lease_until = v_until
    FROM assignments a WHERE a.id = p_assignment AND s.id = a.slot_id AND s.state = 'open'
    RETURNING s.study_item_id INTO v_item;
  UPDATE assignments SET state = 'started', started_at = coalesce(started_at, now()), ended_at = NULL,
    lease_until = v_until, slot_id = CASE WHEN v_item IS NULL THEN NULL ELSE slot_id END
    WHERE id = p_assignment;
  UPDATE study_items SET filled_count = filled_count + 1 WHERE id = v_item;
END $$;

-- ── the next item for one person ──
-- status: `claimed`, `open` (they have one already), `revived`, `none`, `limit`, `draft`/`paused`/`closed` (the study gives
-- nothing out), `not_ready` (still before the first item), `ended`, `unknown`.
CREATE FUNCTION claim_item(p_annotator text, p_visit text, p_assignment text, p_annotation text, p_lease interval)
RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_person annotators%ROWTYPE;
  v_study studies%ROWTYPE;
  v_counts jsonb;
  v_found text;
  v_slot record;
BEGIN
  SELECT a.* INTO v_person FROM annotators a JOIN visits v ON v.annotator_id = a.id AND v.id = p_visit
    WHERE a.id = p_annotator FOR NO KEY UPDATE OF a;
  IF NOT FOUND THEN RETURN jsonb_build_object('status', 'unknown'); END IF;
  SELECT * INTO v_study FROM studies WHERE id = v_person.study_id;
  SELECT jsonb_build_object('submitted', count(*) FILTER (WHERE state = 'submitted'), 'given', count(*))
    INTO v_counts FROM assignments WHERE annotator_id = p_annotator;
  IF v_person.outcome IS NOT NULL OR EXISTS (SELECT 1 FROM visits WHERE id = p_visit AND outcome IS NOT NULL) THEN
    RETURN v_counts || jsonb_build_object('status', 'ended', 'outcome',
      coalesce(v_person.outcome, (SELECT outcome FROM visits WHERE id = p_visit)));
  END IF;
  SELECT id INTO v_found FROM assignments WHERE annotator_id = p_annotator AND state IN ('assigned', 'started');
  IF FOUND THEN RETURN v_counts || jsonb_build_object('status', 'open', 'assignmentId', v_found); END IF;
  IF v_person.stage <> 'rating' THEN RETURN v_counts || jsonb_build_object('status', 'not_ready'); END IF;

  -- Work that was begun and timed out comes first: the last one with ratings in it, or whose place is still free.
  SELECT a.id INTO v_found FROM assignments a
    JOIN annotations n ON n.assignment_id = a.id
    LEFT JOIN slots s ON s.id = a.slot_id
    WHERE a.annotator_id = p_annotator AND a.state = 'expired'
      AND (n.revision > 0 OR v_person.is_preview OR (s.state = 'open' AND v_study.state = 'running'))
    ORDER BY a.sequence DESC LIMIT 1 FOR NO KEY UPDATE OF a;
  IF FOUND THEN
    PERFORM revive_assignment(v_found, p_lease);
    RETURN v_counts || jsonb_build_object('status', 'revived', 'assignmentId', v_found);
  END IF;

  IF (v_counts->>'submitted')::integer >= v_study.items_per_annotator THEN
    RETURN v_counts || jsonb_build_object('status', 'limit');
  END IF;

  -- A researcher's preview gets items in their order, without a slot, whatever the study's state.
  IF v_person.is_preview THEN
    WITH given AS (
      INSERT INTO assignments (id, study_id, study_item_id, annotator_id, sequence, lease_until)
      SELECT p_assignment, v_study.id, i.id, p_annotator, (v_counts->>'given')::integer + 1, clock_timestamp() + p_lease
      FROM study_items i WHERE i.study_id = v_study.id
        AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.annotator_id = p_annotator AND a.study_item_id = i.id)
      ORDER BY i.position LIMIT 1 RETURNING id
    )
    INSERT INTO annotations (id, assignment_id, study_id) SELECT p_annotation, given.id, v_study.id FROM given;
    RETURN v_counts || jsonb_build_object('status', CASE WHEN FOUND THEN 'claimed' ELSE 'none' END, 'assignmentId', p_assignment);
  END IF;
  IF v_study.state <> 'running' THEN RETURN v_counts || jsonb_build_object('status', v_study.state); END IF;

  SELECT * INTO v_slot FROM pick_open_slot(v_study.id, p_annotator, v_study.seed, false);
  IF NOT FOUND THEN SELECT * INTO v_slot FROM pick_open_slot(v_study.id, p_annotator, v_study.seed, true); END IF;
  IF NOT FOUND THEN RETURN v_counts || jsonb_build_object('status', 'none'); END IF;

  WITH held AS (
    UPDATE slots SET state = 'held', lease_until = clock_timestamp() + p_lease WHERE id = v_slot.slot_id
    RETURNING id, study_item_id, lease_until
  ), counted AS (
    UPDATE study_items i SET filled_count = i.filled_count + 1 FROM held WHERE i.id = held.study_item_id
  ), given AS (
    INSERT INTO assignments (id, study_id, study_item_id, annotator_id, slot_id, sequence, lease_until)
    SELECT p_assignment, v_study.id, held.study_item_id, p_annotator, held.id, (v_counts->>'given')::integer + 1, held.lease_until
    FROM held RETURNING id
  )
  INSERT INTO annotations (id, assignment_id, study_id) SELECT p_annotation, given.id, v_study.id FROM given;
  RETURN v_counts || jsonb_build_object('status', 'claimed', 'assignmentId', p_assignment);
END $$;

-- ── opening, renewing and extending ──
-- An assignment that was given counts as started; a running lease grows to p_lease from now; one that ran out is revived,
-- unless the person has another one open: then it stays expired and can still be finished late.
CREATE FUNCTION hold_assignment(p_annotator text, p_assignment text, p_lease interval, p_extend boolean, p_max_extensions integer)
RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_mine assignments%ROWTYPE;
BEGIN
  PERFORM 1 FROM annotators WHERE id = p_annotator FOR NO KEY UPDATE;
  SELECT * INTO v_mine FROM assignments WHERE id = p_assignment AND annotator_id = p_annotator FOR NO KEY UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF v_mine.state IN ('submitted', 'skipped') THEN RETURN jsonb_build_object('state', v_mine.state); END IF;
  IF v_mine.state = 'expired' AND EXISTS (
    SELECT 1 FROM assignments WHERE annotator_id = p_annotator AND state IN ('assigned', 'started')) THEN
    RETURN jsonb_build_object('state', 'expired', 'extensions', v_mine.extensions);
  END IF;
  IF p_extend AND v_mine.extensions >= p_max_extensions THEN
    RETURN jsonb_build_object('state', v_mine.state, 'extensions', v_mine.extensions, 'leaseUntil', v_mine.lease_until, 'isRefused', true);
  END IF;
  IF v_mine.state = 'expired' THEN
    PERFORM revive_assignment(p_assignment, p_lease);
  ELSE
    UPDATE assignments SET state = 'started', started_at = coalesce(started_at, now()),
      lease_until = greatest(lease_until, clock_timestamp() + p_lease) WHERE id = p_assignment;
    UPDATE slots s SET lease_until = a.lease_until FROM assignments a WHERE a.id = p_assignment AND s.id = a.slot_id;
  END IF;
  UPDATE assignments SET extensions = extensions + p_extend::integer WHERE id = p_assignment RETURNING * INTO v_mine;
  RETURN jsonb_build_object('state', v_mine.state, 'extensions', v_mine.extensions, 'leaseUntil', v_mine.lease_until);
END $$;

-- ── one save of a draft ──
-- p_changes: [{agent, dimension, score, rationale, evidence}], p_active: {dimension: ms since the last save}.
-- status: `saved`, `stale` (an older revision was sent), `submitted`, `skipped`, or NULL for no such assignment of this
-- person. A repeated save whose answer was lost finds its own content and is answered as saved. A score outside the
-- scale or an unknown dimension breaks a constraint and the whole save with it.
CREATE FUNCTION save_draft(p_annotator text, p_assignment text, p_revision integer, p_changes jsonb, p_active jsonb,
  p_signals jsonb, p_lease interval)
RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_mine assignments%ROWTYPE;
  v_note annotations%ROWTYPE;
  v_until timestamptz;
BEGIN
  SELECT * INTO v_mine FROM assignments WHERE id = p_assignment AND annotator_id = p_annotator FOR NO KEY UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT * INTO v_note FROM annotations WHERE assignment_id = p_assignment;
  IF v_note.state = 'submitted' THEN RETURN jsonb_build_object('status', 'submitted'); END IF;
  IF v_mine.state = 'skipped' THEN RETURN jsonb_build_object('status', 'skipped'); END IF;
  v_until := v_mine.lease_until;

  IF v_note.revision <> p_revision THEN
    IF v_note.revision <> p_revision + 1 OR EXISTS (
      SELECT 1 FROM jsonb_to_recordset(p_changes) AS c(agent smallint, dimension text, score smallint, rationale text, evidence integer[])
      LEFT JOIN ratings r ON r.annotation_id = v_note.id AND r.agent = c.agent AND r.dimension = c.dimension
      WHERE r.agent IS NULL OR r.score IS DISTINCT FROM c.score OR r.rationale <> c.rationale OR r.evidence <> c.evidence)
    THEN RETURN jsonb_build_object('status', 'stale'); END IF;
  ELSE
    INSERT INTO ratings (annotation_id, study_id, agent, dimension, scale_min, scale_max, score, rationale, evidence)
      SELECT v_note.id, v_note.study_id, c.agent, c.dimension, d.min, d.max, c.score, c.rationale, c.evidence
      FROM jsonb_to_recordset(p_changes) AS c(agent smallint, dimension text, score smallint, rationale text, evidence integer[])
      LEFT JOIN study_dimensions d ON d.study_id = v_note.study_id AND d.dimension = c.dimension
      ON CONFLICT (annotation_id, agent, dimension)
      DO UPDATE SET score = EXCLUDED.score, rationale = EXCLUDED.rationale, evidence = EXCLUDED.evidence;
    INSERT INTO rating_events (annotation_id, revision, agent, dimension, score, rationale, evidence)
      SELECT v_note.id, p_revision + 1, c.agent, c.dimension, c.score, c.rationale, c.evidence
      FROM jsonb_to_recordset(p_changes) AS c(agent smallint, dimension text, score smallint, rationale text, evidence integer[]);
    UPDATE annotations SET revision = revision + 1, saved_at = now(), signals = signals || p_signals,
      active_ms = active_ms + coalesce((SELECT sum(value::integer) FROM jsonb_each_text(p_active)), 0),
      active_ms_by_dimension = active_ms_by_dimension || coalesce((
        SELECT jsonb_object_agg(key, value::integer + coalesce((active_ms_by_dimension->>key)::integer, 0))
        FROM jsonb_each_text(p_active)), '{}')
      WHERE id = v_note.id RETURNING * INTO v_note;
  END IF;

  -- Work renews the lease, at most twice a minute so that a save usually leaves the slot alone.
  IF v_mine.state = 'assigned' OR (v_mine.state = 'started' AND v_until < clock_timestamp() + p_lease - interval '30 seconds') THEN
    UPDATE assignments SET state = 'started', started_at = coalesce(started_at, now()),
      lease_until = greatest(lease_until, clock_timestamp() + p_lease) WHERE id = p_assignment RETURNING lease_until INTO v_until;
    UPDATE slots SET lease_until = v_until WHERE id = v_mine.slot_id;
  END IF;
  RETURN jsonb_build_object('status', 'saved', 'revision', v_note.revision, 'savedAt', v_note.saved_at,
    'leaseUntil', v_until, 'state', v_mine.state);
END $$;

-- ── the submission, with the outcome that it earns ──
-- p_submitted_before: how many this person had submitted when p_outcome was decided; `recount` when that has changed.
-- status: `submitted` (now or before), `stale`, `skipped`, `recount`, or NULL for no such assignment of this person.
CREATE FUNCTION submit_annotation(p_annotator text, p_assignment text, p_revision integer, p_key text,
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
  -- A live assignment holds its slot; after expiry the slot is taken again if nobody else has it.
  UPDATE slots SET state = 'filled', lease_until = NULL
    WHERE id = v_mine.slot_id AND (v_mine.state <> 'expired' OR state = 'open') RETURNING id INTO v_slot;
  v_retaken := v_slot IS NOT NULL AND v_mine.state = 'expired';
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
CREATE FUNCTION skip_assignment(p_annotator text, p_assignment text, p_reason text, p_note text)
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
  END IF;
  RETURN jsonb_build_object('status', 'skipped');
END $$;

-- ── the end of a person's work for any other reason ──
-- Writes nothing while an assignment is open, or when an outcome is there already. Answers the outcome that holds.
CREATE FUNCTION end_annotator(p_annotator text, p_outcome outcome) RETURNS outcome LANGUAGE plpgsql AS $$
DECLARE
  v_outcome outcome;
BEGIN
  SELECT outcome INTO v_outcome FROM annotators WHERE id = p_annotator FOR NO KEY UPDATE;
  IF v_outcome IS NOT NULL THEN RETURN v_outcome; END IF;
  IF EXISTS (SELECT 1 FROM assignments WHERE annotator_id = p_annotator AND state IN ('assigned', 'started')) THEN
    RETURN NULL;
  END IF;
  UPDATE annotators SET outcome = p_outcome, ended_at = now(), stage = 'ended' WHERE id = p_annotator;
  UPDATE visits SET outcome = p_outcome, ended_at = now() WHERE annotator_id = p_annotator AND outcome IS NULL;
  RETURN p_outcome;
END $$;
