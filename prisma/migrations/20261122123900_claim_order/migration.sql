-- The next item is found by walking the items from the least filled one, instead of sorting every open slot: the cost no
-- longer grows with the study. Waiting for a slot that another person is taking could end in a deadlock; it is looked for
-- again instead.

DROP FUNCTION pick_open_slot(text, text, integer, boolean);

-- ── which place comes next for this person: the least filled item first, shuffled within ──
-- Items of one fill level stand in a circle, by their seeded shuffle keys; p_start says where this person's search begins.
-- Of an item that is filled n times some slot up to index n is open, unless somebody is taking it at this moment, and then
-- the next item is better: many people who ask at once spread over the items. At most one slot is locked, the answered one.
CREATE FUNCTION pick_open_slot(p_study text, p_annotator text, p_per_item integer, p_start integer)
RETURNS TABLE (slot_id text, study_item_id text) LANGUAGE plpgsql AS $$
DECLARE
  v_item text;
BEGIN
  FOR v_level IN 0..p_per_item - 1 LOOP
    FOR v_half IN 0..1 LOOP
      FOR v_item IN
        SELECT i.id FROM study_items i
        WHERE i.study_id = p_study AND i.filled_count = v_level
          AND i.shuffle_key >= CASE v_half WHEN 0 THEN p_start ELSE 0 END
          AND i.shuffle_key < CASE v_half WHEN 0 THEN 2147483648 ELSE p_start END
          AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.study_item_id = i.id AND a.annotator_id = p_annotator)
        ORDER BY i.shuffle_key
      LOOP
        SELECT s.id, s.study_item_id INTO slot_id, study_item_id FROM slots s
          WHERE s.study_item_id = v_item AND s.state = 'open' AND s.index <= v_level
          ORDER BY s.index LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED;
        IF FOUND THEN
          RETURN NEXT;
          RETURN;
        END IF;
      END LOOP;
    END LOOP;
  END LOOP;
END $$;

-- ── the next item for one person ──
-- status: `claimed`, `open` (they have one already), `revived`, `none`, `limit`, `draft`/`paused`/`closed` (the study gives
-- nothing out), `not_ready` (still before the first item), `ended`, `unknown`, or `busy`: every free slot was just being
-- taken by others for longer than the waits below, so ask again.
CREATE OR REPLACE FUNCTION claim_item(p_annotator text, p_visit text, p_assignment text, p_annotation text, p_lease interval)
RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_person annotators%ROWTYPE;
  v_study studies%ROWTYPE;
  v_counts jsonb;
  v_found text;
  v_slot record;
  v_turn integer;
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

  v_turn := (v_counts->>'given')::integer + 1;
  -- Slots that others are taking are passed over. Only when nothing else is left does it matter how they end: 40 short
  -- waits, each followed by a fresh look, so that “none” means that nothing is open.
  FOR v_wait IN 0..40 LOOP
    SELECT * INTO v_slot FROM pick_open_slot(v_study.id, p_annotator, v_study.annotations_per_item,
      (hashtextextended(p_annotator || ' ' || v_turn, v_study.seed) & 2147483647)::integer);
    EXIT WHEN FOUND;
    IF NOT EXISTS (SELECT 1 FROM slots s WHERE s.study_id = v_study.id AND s.state = 'open' AND NOT EXISTS (
      SELECT 1 FROM assignments a WHERE a.annotator_id = p_annotator AND a.study_item_id = s.study_item_id))
    THEN RETURN v_counts || jsonb_build_object('status', 'none'); END IF;
    PERFORM pg_sleep(0.005);
  END LOOP;
  IF v_slot IS NULL OR v_slot.slot_id IS NULL THEN RETURN v_counts || jsonb_build_object('status', 'busy'); END IF;

  WITH held AS (
    UPDATE slots SET state = 'held', lease_until = clock_timestamp() + p_lease WHERE id = v_slot.slot_id
    RETURNING id, study_item_id, lease_until
  ), counted AS (
    UPDATE study_items i SET filled_count = i.filled_count + 1 FROM held WHERE i.id = held.study_item_id
  ), given AS (
    INSERT INTO assignments (id, study_id, study_item_id, annotator_id, slot_id, sequence, lease_until)
    SELECT p_assignment, v_study.id, held.study_item_id, p_annotator, held.id, v_turn, held.lease_until
    FROM held RETURNING id
  )
  INSERT INTO annotations (id, assignment_id, study_id) SELECT p_annotation, given.id, v_study.id FROM given;
  RETURN v_counts || jsonb_build_object('status', 'claimed', 'assignmentId', p_assignment);
END $$;
