import type { Column } from "./column.ts";
import type { ExportedAnnotation, ExportedRating } from "./record.ts";

/** What both tables know of one item in one annotator’s hands. */
type Given = Pick<ExportedAnnotation, "annotator" | "sequence" | "assignedAt" | "startedAt" | "isLate" | "isExtra">;

/** Whose work it is. */
export const ANNOTATOR_COLUMN: Column<{ annotator: string }> = {
  name: "annotator",
  type: "string",
  meaning: "Pseudonym of the annotator, valid inside this study only.",
  value: (row) => row.annotator,
};

/** Whose work it is, and which of their items. */
export const WHOSE_COLUMNS: Column<Given>[] = [
  ANNOTATOR_COLUMN,
  {
    name: "sequence",
    type: "integer",
    meaning: "Which of the annotator’s items this was, from 1.",
    value: (row) => row.sequence,
  },
];

/** When it was given out and opened. */
export const GIVEN_COLUMNS: Column<Given>[] = [
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
];

/** Whether it came after its lease, and whether its slot had gone to somebody else by then. */
export const LATE_COLUMNS: Column<Given>[] = [
  { name: "is_late", type: "boolean", meaning: "Submitted after its lease had ended.", value: (row) => row.isLate },
  {
    name: "is_extra",
    type: "boolean",
    meaning: "One more than asked for: its slot had gone to somebody else when it came in.",
    value: (row) => row.isExtra,
  },
];

/** Columns of one annotation: whose it is, its times, and what is to be known of it. */
export const ANNOTATION_COLUMNS: Column<ExportedAnnotation>[] = [
  {
    name: "annotation",
    type: "string",
    meaning: "Id of the annotation: all ratings one annotator gives one item.",
    value: (row) => row.annotationId,
  },
  ...WHOSE_COLUMNS,
  ...GIVEN_COLUMNS,
  {
    name: "submitted_at",
    type: "timestamp",
    meaning: "When the annotation was submitted (UTC).",
    value: (row) => row.submittedAt,
  },
  {
    name: "active_ms",
    type: "integer",
    meaning: "Milliseconds with the page visible and input within 30 seconds; empty where the browser ran no scripts.",
    value: (row) => row.activeMs,
  },
  ...LATE_COLUMNS,
  {
    name: "is_excluded",
    type: "boolean",
    meaning: "Marked by a researcher as not to be counted.",
    value: (row) => row.isExcluded,
  },
  { name: "excluded_reason", type: "string", meaning: "Why it was excluded.", value: (row) => row.excludedReason },
];

/** One rating with the annotation around it: a row of the long table. */
export type LongRow = ExportedAnnotation & { rating: ExportedRating; band: string };

/** Columns of one rating of an annotation. */
export const RATING_COLUMNS: Column<LongRow>[] = [
  { name: "agent", type: "integer", meaning: "Seat of the rated agent, 1 or 2.", value: (row) => row.rating.agent },
  {
    name: "agent_name",
    type: "string",
    meaning: "Name of the rated agent.",
    value: (row) => row.agentNames[row.rating.agent - 1] ?? "",
  },
  {
    name: "agent_policy",
    type: "string",
    meaning: "Policy of the rated agent.",
    value: (row) => row.policies[row.rating.agent - 1] ?? null,
  },
  { name: "dimension", type: "string", meaning: "Id of the dimension.", value: (row) => row.rating.dimension },
  {
    name: "score",
    type: "integer",
    meaning: "The score, inside the range of the dimension.",
    value: (row) => row.rating.score,
  },
  { name: "band", type: "string", meaning: "Name of the band the score lies in.", value: (row) => row.band },
  {
    name: "rationale",
    type: "string",
    meaning: "The annotator’s words for this score.",
    value: (row) => row.rating.rationale,
  },
  {
    name: "evidence",
    type: "string",
    meaning: "Turn numbers cited, ascending, separated by blanks.",
    value: (row) => row.rating.evidence.join(" "),
  },
];
