import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import { GIVEN_COLUMNS, LATE_COLUMNS, WHOSE_COLUMNS } from "./annotation-columns.ts";
import type { Column, Table } from "./column.ts";
import { ITEM_ID_COLUMNS } from "./item-columns.ts";
import { countSignal } from "./reading-signals.ts";
import type { ExportedAssignment } from "./record.ts";

type AssignmentColumn = Column<ExportedAssignment>;

const IDENTITY: AssignmentColumn[] = [
  ...ITEM_ID_COLUMNS,
  {
    name: "assignment",
    type: "string",
    meaning: "Id of the assignment: one item given to one annotator.",
    value: (row) => row.assignmentId,
  },
  ...WHOSE_COLUMNS,
  {
    name: "annotation",
    type: "string",
    meaning: "Id of the annotation, submitted or still a draft; empty where there is none (any more).",
    value: (row) => row.annotationId,
  },
];

const COURSE: AssignmentColumn[] = [
  {
    name: "state",
    type: "string",
    meaning:
      "assigned (given out), started (opened), submitted, skipped (given back) or expired (its lease ran out) when the export began.",
    value: (row) => row.state,
  },
  {
    name: "skip_reason",
    type: "string",
    meaning: "Why it was given back; “withdrawn” where the annotator’s work was deleted on request before it was done.",
    value: (row) => row.skipReason,
  },
  { name: "skip_note", type: "string", meaning: "The annotator’s words to that.", value: (row) => row.skipNote },
  ...GIVEN_COLUMNS,
  {
    name: "saved_at",
    type: "timestamp",
    meaning: "When the annotator’s work on it was last saved (UTC).",
    value: (row) => row.savedAt,
  },
  { name: "submitted_at", type: "timestamp", meaning: "When it was submitted (UTC).", value: (row) => row.submittedAt },
  {
    name: "ended_at",
    type: "timestamp",
    meaning: "When it was submitted, given back or ran out (UTC); empty while it is held.",
    value: (row) => row.endedAt,
  },
  {
    name: "extensions",
    type: "integer",
    meaning: "How often the annotator extended the lease by hand.",
    value: (row) => row.extensions,
  },
  ...LATE_COLUMNS,
];

const STANDING: AssignmentColumn[] = [
  {
    name: "is_excluded",
    type: "boolean",
    meaning: "Marked by a researcher as not to be counted.",
    value: (row) => row.isExcluded,
  },
  { name: "excluded_reason", type: "string", meaning: "Why it was excluded.", value: (row) => row.excludedReason },
  {
    name: "is_replaced",
    type: "boolean",
    meaning: "Excluded, and its place given to somebody else.",
    value: (row) => row.isReplaced,
  },
  {
    name: "is_withdrawn",
    type: "boolean",
    meaning: "Its ratings were deleted on the annotator’s request.",
    value: (row) => row.isWithdrawn,
  },
];

const SIGNALS: AssignmentColumn[] = [
  signal("typed_characters", "typedCharacters", "Characters typed into rationales in the last page that saved."),
  signal("pasted_characters", "pastedCharacters", "Characters pasted into rationales in that page."),
  signal("turns_seen", "turnsSeen", "Turns of the transcript that came into view in that page."),
  signal("turns_total", "turnsTotal", "Turns that the transcript has."),
  signal("hidden_ms", "hiddenMs", "Milliseconds for which that page was out of sight."),
];

function signal(name: string, key: string, meaning: string): AssignmentColumn {
  return { name, type: "number", meaning, value: (row) => countSignal(row.signals, key) };
}

/** One row for every item that was given to somebody, whatever became of it. */
export function assignmentsTable(dimensions: readonly Dimension[]): Table<ExportedAssignment> {
  const times = dimensions.map(
    (dimension): AssignmentColumn => ({
      name: `active_ms_${dimension.id}`,
      type: "integer",
      meaning: `Milliseconds of that on ${dimension.name}.`,
      value: (row) => row.activeMsByDimension[dimension.id] ?? null,
    }),
  );
  const total: AssignmentColumn = {
    name: "active_ms",
    type: "integer",
    meaning:
      "Milliseconds with the page visible and input within 30 seconds; empty where nothing was saved, or the browser ran no scripts.",
    value: (row) => row.activeMs,
  };
  return { columns: [...IDENTITY, ...COURSE, ...STANDING, total, ...times, ...SIGNALS], rows: (row) => [row] };
}
