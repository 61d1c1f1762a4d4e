-- AlterTable
ALTER TABLE "annotators" ADD COLUMN     "is_passed" BOOLEAN;

-- Whether the pilot work of somebody whose part was paid in full counts as passed: as the researcher decided, else unless
-- all that they submitted is excluded. Work that was deleted on request speaks neither for nor against anybody.
CREATE FUNCTION pilot_work_stands(p_annotator text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(a.is_passed, (
    SELECT count(*) = 0 OR count(*) > count(n.excluded_at) FROM annotations n JOIN assignments g ON g.id = n.assignment_id
    WHERE g.annotator_id = a.id AND n.state = 'submitted'))
  FROM annotators a WHERE a.id = p_annotator
$$;
