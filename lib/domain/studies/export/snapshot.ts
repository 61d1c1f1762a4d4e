import {
  ASSIGNMENT_STATES,
  type AssignmentKey,
  type AssignmentState,
  type ExportedAnnotation,
  type ExportedAssignment,
  type ExportSnapshot,
  type ItemCounts,
} from "./record.ts";

/** An assignment that has a submitted annotation. */
export type AnnotationKey = AssignmentKey & { annotationId: string };

/** The submitted annotations of a snapshot, in its order: by item and time of submission. */
export function submittedKeys(snapshot: ExportSnapshot): AnnotationKey[] {
  return snapshot.assignments.filter((key): key is AnnotationKey => key.annotationId !== null);
}

/** What a manifest counts of a snapshot. `annotators` are all who came, `raters` those with a submitted annotation. */
export function snapshotCounts(snapshot: ExportSnapshot) {
  const submitted = submittedKeys(snapshot);
  const byState = Object.fromEntries(ASSIGNMENT_STATES.map((state) => [state, 0])) as Record<AssignmentState, number>;
  for (const { state } of snapshot.assignments) byState[state] += 1;
  return {
    annotations: submitted.length,
    excludedAnnotations: submitted.filter((key) => key.excludedReason !== null).length,
    annotators: snapshot.annotatorIds.length,
    raters: new Set(submitted.map((key) => key.annotatorId)).size,
    assignments: snapshot.assignments.length,
    assignmentsByState: byState,
  };
}

/** How many of an annotator’s assignments came to what. */
export type WorkCounts = { given: number; excluded: number } & Record<AssignmentState, number>;

/** {@link WorkCounts} by annotator id, for everybody who was given something. */
export function workByAnnotator(snapshot: ExportSnapshot): Map<string, WorkCounts> {
  const counts = new Map<string, WorkCounts>();
  for (const { annotatorId, state, excludedReason } of snapshot.assignments) {
    const own = counts.get(annotatorId) ?? noWork();
    own.given += 1;
    own[state] += 1;
    if (excludedReason !== null) own.excluded += 1;
    counts.set(annotatorId, own);
  }
  return counts;
}

/** The counts of somebody who was given nothing. */
export function noWork(): WorkCounts {
  return { given: 0, excluded: 0, assigned: 0, started: 0, submitted: 0, skipped: 0, expired: 0 };
}

/** {@link ItemCounts} by position, for every item with something submitted. */
export function countsByItem(snapshot: ExportSnapshot): Map<number, ItemCounts> {
  const counts = new Map<number, ItemCounts>();
  for (const { itemPosition, excludedReason } of submittedKeys(snapshot)) {
    const { submitted, excluded } = counts.get(itemPosition) ?? { submitted: 0, excluded: 0 };
    counts.set(itemPosition, { submitted: submitted + 1, excluded: excluded + (excludedReason === null ? 0 : 1) });
  }
  return counts;
}

/** What counted when the export began: people go on excluding, and places change hands, while files are written. */
function standingAsOf({ excludedReason, isExtra }: AssignmentKey) {
  return { isExcluded: excludedReason !== null, excludedReason: excludedReason ?? "", isExtra };
}

/** A submitted annotation, read later, counting as it did when the export began. */
export function annotationAsOf(row: ExportedAnnotation, key: AssignmentKey): ExportedAnnotation {
  return { ...row, ...standingAsOf(key) };
}

/**
 * An assignment, read later, as it was when the export began. Of one that went on meanwhile nothing is told about how it
 * ended, and what its annotator wrote after that is left out, so that all files of an export agree.
 */
export function assignmentAsOf(row: ExportedAssignment, key: AssignmentKey): ExportedAssignment {
  const then = { ...row, ...standingAsOf(key), isReplaced: key.isReplaced };
  if (row.state === key.state) return then;
  return {
    ...then,
    ...{ state: key.state, skipReason: null, skipNote: "", endedAt: null, submittedAt: null },
    isLate: false,
  };
}
