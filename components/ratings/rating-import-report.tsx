import { type OutcomeWord, ReportLines } from "#components/imports/report-lines.tsx";
import type { RatingReportLine } from "#lib/domain/rating-imports/report-line.ts";

const OUTCOMES: Record<string, OutcomeWord> = {
  accepted: { word: "Taken, with a remark", tone: "ok" },
  partly: { word: "Taken in part", tone: "warn" },
  refused: { word: "Refused", tone: "bad" },
  duplicate: { word: "Repeats another", tone: "warn" },
  blank: { word: "Blank", tone: "plain" },
};

/** The records of an import of ratings of which there is something to say. */
export function RatingImportReport({ lines }: { lines: readonly RatingReportLine[] }) {
  return <ReportLines lines={lines} outcomes={OUTCOMES} head="Item" nameOf={(line) => line.itemKey} />;
}
