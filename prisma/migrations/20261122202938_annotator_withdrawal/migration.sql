-- An annotator's wish that their ratings and reasons be deleted. The record that they took part, when, and how it ended stays.

-- AlterTable
ALTER TABLE "annotators" ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3);

-- An assignment whose annotation was deleted takes no work any more: to a page that is still open it is unknown.
DO $$
DECLARE
  v_head text;
  v_read CONSTANT text := 'SELECT * INTO v_note FROM annotations WHERE assignment_id = p_assignment;';
  v_body text;
BEGIN
  FOREACH v_head IN ARRAY ARRAY['save_draft(text,text,integer,jsonb,jsonb,jsonb,interval)',
    'submit_annotation(text,text,integer,text,integer,outcome)'] LOOP
    v_body := pg_get_functiondef(v_head::regprocedure);
    IF position(v_read IN v_body) = 0 THEN RAISE EXCEPTION '% reads its annotation in another way', v_head; END IF;
    EXECUTE replace(v_body, v_read, v_read || E'\n  IF NOT FOUND THEN RETURN NULL; END IF;');
  END LOOP;
END $$;

-- Deletes what one annotator rated, wrote and answered, and keeps who was here, when, and with which outcome. Places of
-- submitted annotations go to late finishes of the same item, else they are open again; what was begun or had timed out
-- is given back, so that no page that is still open can go on with it. Somebody whose part was open ends it: paid in full
-- where something was submitted, else as declined. Answers how many submitted annotations and drafts with ratings were
-- deleted, or NULL for nobody, a preview, or somebody who was withdrawn before. Locks are taken in the order of all steps.
CREATE FUNCTION withdraw_annotator(p_annotator text) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_person annotators%ROWTYPE;
  v_work record;
  v_heir text;
  v_submitted integer := 0;
  v_drafts integer := 0;
BEGIN
  SELECT * INTO v_person FROM annotators
    WHERE id = p_annotator AND NOT is_preview AND withdrawn_at IS NULL FOR NO KEY UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  PERFORM 1 FROM assignments WHERE annotator_id = p_annotator ORDER BY id FOR NO KEY UPDATE;
  FOR v_work IN
    SELECT g.id, g.state, g.slot_id, g.study_item_id, n.is_replaced, n.excluded_at, n.revision, i.episode_id
    FROM assignments g JOIN annotations n ON n.assignment_id = g.id JOIN study_items i ON i.id = g.study_item_id
    WHERE g.annotator_id = p_annotator ORDER BY g.study_item_id
  LOOP
    v_heir := NULL;
    IF v_work.state = 'submitted' THEN
      v_submitted := v_submitted + 1;
      UPDATE assignments SET slot_id = NULL WHERE id = v_work.id;
      IF v_work.slot_id IS NOT NULL THEN
        SELECT g.id INTO v_heir FROM assignments g JOIN annotations n ON n.assignment_id = g.id JOIN annotators a ON a.id = g.annotator_id
          WHERE g.study_item_id = v_work.study_item_id AND g.id <> v_work.id AND g.state = 'submitted' AND g.slot_id IS NULL
            AND n.excluded_at IS NULL AND NOT a.is_preview
          ORDER BY n.submitted_at LIMIT 1 FOR NO KEY UPDATE OF g;
        UPDATE assignments SET slot_id = v_work.slot_id WHERE id = v_heir;
        UPDATE slots SET state = 'open' WHERE id = v_work.slot_id AND v_heir IS NULL;
      END IF;
      UPDATE study_items SET submitted_count = submitted_count - (NOT v_work.is_replaced)::integer,
        filled_count = filled_count - (v_work.slot_id IS NOT NULL AND v_heir IS NULL)::integer WHERE id = v_work.study_item_id;
      UPDATE episodes SET annotation_count = greatest(0, annotation_count - 1)
        WHERE id = v_work.episode_id AND v_work.excluded_at IS NULL;
    ELSE
      v_drafts := v_drafts + (v_work.revision > 0)::integer;
      IF v_work.state IN ('assigned', 'started') AND v_work.slot_id IS NOT NULL THEN
        UPDATE slots SET state = 'open', lease_until = NULL WHERE id = v_work.slot_id;
        UPDATE study_items SET filled_count = filled_count - 1 WHERE id = v_work.study_item_id;
      END IF;
    END IF;
  END LOOP;
  UPDATE assignments SET skip_note = '',
    skip_reason = CASE WHEN state IN ('assigned', 'started', 'expired') THEN 'withdrawn' ELSE skip_reason END,
    ended_at = CASE WHEN state IN ('assigned', 'started') THEN now() ELSE ended_at END,
    state = CASE WHEN state IN ('assigned', 'started', 'expired') THEN 'skipped' ELSE state END
    WHERE annotator_id = p_annotator;
  -- Ratings with their reasons and evidence, every earlier version of them, working times by dimension and signals.
  DELETE FROM annotations n USING assignments g WHERE g.id = n.assignment_id AND g.annotator_id = p_annotator;
  DELETE FROM check_attempts WHERE annotator_id = p_annotator;
  UPDATE annotators SET practice = NULL, withdrawn_at = now() WHERE id = p_annotator;
  IF v_person.outcome IS NULL THEN
    PERFORM end_annotator(p_annotator, (CASE WHEN v_submitted > 0 THEN 'ran_out_midway' ELSE 'declined' END)::outcome);
  END IF;
  RETURN jsonb_build_object('studyId', v_person.study_id, 'pseudonym', v_person.pseudonym,
    'submitted', v_submitted, 'drafts', v_drafts);
END $$;
