import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import type { Column, Table } from "./column.ts";
import { countSignal } from "./reading-signals.ts";
import type { ExportedAssignment } from "./record.ts";

type AssignmentColumn = Column<ExportedAssignment>;

const IDENTITY: AssignmentColumn[] = [
  {
    name: "item",
    type: "integer",
    meaning: "Position of the item in the study, from 1.",
    value: (row) => row.itemPosition,
  },
  { name: "episode", type: "string", meaning: "Id that the source gave the episode.", value: (row) => row.episodeId },
  {
    name: "episode_variant",
    type: "integer",
    meaning: "0, or 1, 2, … where different contents came under one episode id.",
    value: (row) => row.episodeVariant,
  },
  {
    name: "assignment",
    type: "string",
    meaning: "Id of the assignment: one item given to one annotator.",
    value: (row) => row.assignmentId,
  },
  {
    name: "annotator",
    type: "string",
    meaning: "Pseudonym of the annotator, valid inside this study only.",
    value: (row) => row.annotator,
  },
  {
    name: "sequence",
    type: "integer",
    meaning: "Which of the annotator’s items this was, from 1.",
    value: (row) => row.sequence,
  },
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
      "assigned (given out), started (opened), submitted, skipped (given back) or expired (its hold ran out) when the export began.",
    value: (row) => row.state,
  },
  {
    name: "skip_reason",
    type: "string",
    meaning: "Why it was given back; “withdrawn” where the annotator’s work was deleted on request before it was done.",
    value: (row) => row.skipReason,
  },
  { name: "skip_note", type: "string", meaning: "The annotator’s words to that.", value: (row) => row.skipNote },
  {
    name: "assigned_at",
    type: "timestamp",
    meaning: "When the item was given out (UTC).",
    value: (row) => row.assignedAt,
  },
  {
    name: "started_at",
    type: "timestamp",
    meaning: "When the annotator first opened it (UTC).",
    value: (row) => row.startedAt,
  },
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
    meaning: "How often the annotator extended the hold by hand.",
    value: (row) => row.extensions,
  },
  { name: "is_late", type: "boolean", meaning: "Submitted after its hold had ended.", value: (row) => row.isLate },
  {
    name: "is_extra",
    type: "boolean",
    meaning: "One more than asked for: its place had gone to somebody else when it came in.",
    value: (row) => row.isExtra,
  },
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
    meaning: "Milliseconds with the page visible and input within 30 seconds; empty where nothing was saved.",
    value: (row) => row.activeMs,
  };
  return { columns: [...IDENTITY, ...COURSE, ...STANDING, total, ...times, ...SIGNALS], rows: (row) => [row] };
}
