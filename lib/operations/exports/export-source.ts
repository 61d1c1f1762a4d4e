import type { AnnotatorWork } from "#lib/domain/studies/export/annotators-table.ts";
import type {
  ExportedAnnotation,
  ExportedAssignment,
  ExportedItemSummary,
  ExportedStudy,
  ExportSnapshot,
} from "#lib/domain/studies/export/record.ts";
import {
  annotationAsOf,
  assignmentAsOf,
  countsByItem,
  noWork,
  submittedKeys,
  workByAnnotator,
} from "#lib/domain/studies/export/snapshot.ts";
import { listExportedAnnotations, listExportedItems } from "#lib/store/study-export.ts";
import { listExportedAnnotators, listExportedAssignments } from "#lib/store/study-export-people.ts";

/** What an export is written from: the study, and who and what there was when it began. */
export type ExportSource = { study: ExportedStudy; snapshot: ExportSnapshot };

/** Annotations read at once: about 3,500 ratings, a few megabytes. */
const ANNOTATIONS_AT_ONCE = 250;
/** Assignments and annotators read at once: about half a kilobyte each. */
const ROWS_AT_ONCE = 2_000;

/** Parts of a list, in order. */
function* slices<Item>(list: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let start = 0; start < list.length; start += size) yield list.slice(start, start + size);
}

/** The submitted annotations of an export with their ratings. */
export async function* annotationBatches({ snapshot }: ExportSource): AsyncGenerator<ExportedAnnotation[]> {
  for (const keys of slices(submittedKeys(snapshot), ANNOTATIONS_AT_ONCE)) {
    const byId = new Map(keys.map((key) => [key.annotationId, key]));
    const rows = await listExportedAnnotations([...byId.keys()]);
    yield rows.map((row) => {
      const key = byId.get(row.annotationId);
      return key ? annotationAsOf(row, key) : row;
    });
  }
}

/** Every item with how much of it had been submitted. */
export async function* itemBatches({ study, snapshot }: ExportSource): AsyncGenerator<ExportedItemSummary[]> {
  const counts = countsByItem(snapshot);
  const items = await listExportedItems(study.studyId);
  yield items.map((item) => ({
    ...item,
    ...(counts.get(item.itemPosition) ?? { submitted: 0, excluded: 0 }),
    wanted: study.annotationsPerItem,
  }));
}

/** Everything that was given to somebody. */
export async function* assignmentBatches({ snapshot }: ExportSource): AsyncGenerator<ExportedAssignment[]> {
  for (const keys of slices(snapshot.assignments, ROWS_AT_ONCE)) {
    const byId = new Map(keys.map((key) => [key.assignmentId, key]));
    const rows = await listExportedAssignments([...byId.keys()]);
    yield rows.map((row) => {
      const key = byId.get(row.assignmentId);
      return key ? assignmentAsOf(row, key) : row;
    });
  }
}

/** Everybody who had come. */
export async function* annotatorBatches({ snapshot }: ExportSource): AsyncGenerator<AnnotatorWork[]> {
  const work = workByAnnotator(snapshot);
  for (const ids of slices(snapshot.annotatorIds, ROWS_AT_ONCE)) {
    const rows = await listExportedAnnotators(ids);
    yield rows.map(({ id, ...row }) => ({ ...row, work: work.get(id) ?? noWork() }));
  }
}
