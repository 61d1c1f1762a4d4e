import type { Practice } from "#lib/domain/annotations/guidelines/types.ts";
import { ANNOTATOR_COLUMN } from "./annotation-columns.ts";
import type { Column, Table } from "./column.ts";
import { practiceSummary } from "./practice-summary.ts";
import { shareOf, sumSignal } from "./reading-signals.ts";
import type { ExportedAnnotator } from "./record.ts";
import type { WorkCounts } from "./snapshot.ts";

/** An annotator with what their assignments came to when the export began. */
export type AnnotatorWork = ExportedAnnotator & { work: WorkCounts };

/** The same with how practice went. */
type AnnotatorRow = AnnotatorWork & { practiceResult: ReturnType<typeof practiceSummary> };
type AnnotatorColumn = Column<AnnotatorRow>;

const COURSE: AnnotatorColumn[] = [
  ANNOTATOR_COLUMN,
  {
    name: "stage",
    type: "string",
    meaning: "How far they are: consent, guidelines, check, practice, rating or ended.",
    value: (row) => row.stage,
  },
  {
    name: "outcome",
    type: "string",
    meaning: "How their part ended; “abandoned” for somebody who left; empty while it goes on.",
    value: (row) => row.outcome,
  },
  { name: "entered_at", type: "timestamp", meaning: "First arrival (UTC).", value: (row) => row.enteredAt },
  { name: "ended_at", type: "timestamp", meaning: "When their part ended (UTC).", value: (row) => row.endedAt },
  { name: "visits", type: "integer", meaning: "How often they arrived.", value: (row) => row.visits },
  {
    name: "devices",
    type: "string",
    meaning: "Kinds of device they came with, separated by blanks.",
    value: (row) => row.devices.join(" "),
  },
  {
    name: "consent_version",
    type: "string",
    meaning: "Version of the consent text they agreed to; empty without consent.",
    value: (row) => row.consentVersion,
  },
  { name: "consented_at", type: "timestamp", meaning: "When they agreed (UTC).", value: (row) => row.consentedAt },
  {
    name: "guidelines_read_at",
    type: "timestamp",
    meaning: "When they left the guidelines for what comes after (UTC).",
    value: (row) => row.guidelinesReadAt,
  },
  {
    name: "check_tries",
    type: "integer",
    meaning: "Tries at the comprehension check, 0 to 2.",
    value: (row) => row.checkTries,
  },
  {
    name: "check_passed_at",
    type: "timestamp",
    meaning: "When they had the check behind them (UTC); empty where they failed it or have not come to it.",
    value: (row) => row.checkPassedAt,
  },
  {
    name: "is_withdrawn",
    type: "boolean",
    meaning: "Their ratings were deleted on their request.",
    value: (row) => row.withdrawnAt !== null,
  },
  {
    name: "has_passed",
    type: "boolean",
    meaning: "In a pilot: whether a study that asks for it lets them in; empty where that does not arise.",
    value: (row) => row.hasPassed,
  },
];

const PRACTICE: AnnotatorColumn[] = [
  { name: "practiced_at", type: "timestamp", meaning: "When they practised (UTC).", value: (row) => row.practicedAt },
  {
    name: "practice_compared",
    type: "integer",
    meaning: "Practice scores on dimensions with known ratings; empty without practice.",
    value: (row) => row.practiceResult?.compared ?? null,
  },
  {
    name: "practice_within",
    type: "integer",
    meaning: "How many of those lay inside the known range.",
    value: (row) => row.practiceResult?.within ?? null,
  },
  {
    name: "practice_mean_distance",
    type: "number",
    meaning: "Mean distance of those from the known range, in points; 0 inside it.",
    value: (row) => row.practiceResult?.meanDistance ?? null,
  },
];

const WORK: AnnotatorColumn[] = [
  count("given", "Items they were given."),
  count("submitted", "Of those, submitted, excluded ones among them."),
  count("excluded", "Of the submitted, marked by a researcher as not to be counted."),
  count("skipped", "Given back."),
  count("expired", "Lost when their hold ran out."),
];

function count(name: keyof WorkCounts, meaning: string): AnnotatorColumn {
  return { name, type: "integer", meaning, value: (row) => row.work[name] };
}

const SIGNALS: AnnotatorColumn[] = [
  {
    name: "median_active_ms",
    type: "number",
    meaning: "Median working time of what they submitted, in milliseconds; empty where the browser ran no scripts.",
    value: (row) => row.medianActiveMs,
  },
  {
    name: "pasted_share",
    type: "number",
    meaning: "Pasted characters among all that went into their submitted rationales, 0 to 1; never proof by itself.",
    value: (row) => pastedShare(row.signals),
  },
  {
    name: "turns_seen_share",
    type: "number",
    meaning: "Turns that came into view among all turns of what they submitted, 0 to 1.",
    value: (row) => shareOf(sumSignal(row.signals, "turnsSeen"), sumSignal(row.signals, "turnsTotal")),
  },
  {
    name: "hidden_ms",
    type: "number",
    meaning:
      "Milliseconds for which the rating pages of what they submitted were out of sight; empty where the browser ran no scripts.",
    value: (row) => (row.signals.some((each) => "hiddenMs" in each) ? sumSignal(row.signals, "hiddenMs") : null),
  },
];

function pastedShare(signals: AnnotatorRow["signals"]): number | null {
  const pasted = sumSignal(signals, "pastedCharacters");
  return shareOf(pasted, pasted + sumSignal(signals, "typedCharacters"));
}

/** One row for everybody who came, excluded or turned away or not. Known practice ratings are those of the study’s guidelines. */
export function annotatorsTable(practice: Practice): Table<AnnotatorWork, AnnotatorRow> {
  return {
    columns: [...COURSE, ...PRACTICE, ...WORK, ...SIGNALS],
    rows: (row) => [{ ...row, practiceResult: practiceSummary(row.practice, practice) }],
  };
}
