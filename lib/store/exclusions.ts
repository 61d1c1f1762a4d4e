import type { StudyState } from "#lib/domain/studies/lifecycle.ts";
import type { DbOrTransaction } from "./db.ts";

/** A submitted annotation as far as excluding it needs to know. */
export type ExcludableAnnotation = {
  annotationId: string;
  studyId: string;
  itemId: string;
  pseudonym: string;
  isExcluded: boolean;
  /** Whether its place was given to somebody else. */
  isReplaced: boolean;
  studyState: StudyState;
};

/** The submitted annotation with this id, its row locked; null when there is none. Previews cannot be excluded. */
export async function findSubmittedAnnotation(
  db: DbOrTransaction,
  annotationId: string,
): Promise<ExcludableAnnotation | null> {
  const [row] = await db.$queryRaw<ExcludableAnnotation[]>`
    SELECT n.id AS "annotationId", n.study_id AS "studyId", g.study_item_id AS "itemId", r.pseudonym,
      n.excluded_at IS NOT NULL AS "isExcluded", n.is_replaced AS "isReplaced", s.state::text AS "studyState"
    FROM annotations n JOIN studies s ON s.id = n.study_id
    JOIN assignments g ON g.id = n.assignment_id JOIN annotators r ON r.id = g.annotator_id
    WHERE n.id = ${annotationId} AND n.state = 'submitted' AND NOT r.is_preview FOR UPDATE OF n`;
  return row ?? null;
}

/**
 * Sets or removes the mark, and keeps the episode's count of annotations that are not excluded. With `replace` the item's
 * place is given back, so that somebody else is asked; taking an annotation back in takes an open place again, if any.
 */
export async function setExclusion(
  db: DbOrTransaction,
  annotation: ExcludableAnnotation,
  exclusion: { at: Date; byId: string | null; reason: string; replace: boolean } | null,
): Promise<void> {
  if (!exclusion) await db.$executeRaw`SELECT restore_replaced(${annotation.annotationId})`;
  await db.annotation.update({
    where: { id: annotation.annotationId },
    data: {
      excludedAt: exclusion?.at ?? null,
      excludedById: exclusion?.byId ?? null,
      excludedReason: exclusion?.reason ?? "",
    },
  });
  if (exclusion?.replace) await db.$executeRaw`SELECT replace_annotation(${annotation.annotationId})`;
  if (!exclusion) await db.$executeRaw`SELECT fill_open_places(ARRAY[${annotation.itemId}])`;
  const step = exclusion ? -1 : 1;
  await db.$executeRaw`
    UPDATE episodes SET annotation_count = greatest(0, annotation_count + ${step}::int)
    WHERE id = (SELECT episode_id FROM study_items WHERE id = ${annotation.itemId})`;
}

/**
 * Everything that one annotator submitted in a study, excluded or not, its rows locked; empty for a preview. In the order
 * in which items are locked everywhere.
 */
export async function listSubmittedAnnotations(
  db: DbOrTransaction,
  annotatorId: string,
): Promise<ExcludableAnnotation[]> {
  return db.$queryRaw<ExcludableAnnotation[]>`
    SELECT n.id AS "annotationId", n.study_id AS "studyId", g.study_item_id AS "itemId", r.pseudonym,
      n.excluded_at IS NOT NULL AS "isExcluded", n.is_replaced AS "isReplaced", s.state::text AS "studyState"
    FROM annotations n JOIN studies s ON s.id = n.study_id
    JOIN assignments g ON g.id = n.assignment_id JOIN annotators r ON r.id = g.annotator_id
    WHERE g.annotator_id = ${annotatorId} AND n.state = 'submitted' AND NOT r.is_preview
    ORDER BY g.study_item_id FOR UPDATE OF n`;
}
