import type { ShownProgress } from "#components/imports/import-progress.tsx";
import type { ListedImport } from "#components/imports/imports-table.tsx";
import { formatInteger, plural } from "#components/ui/format.ts";

/** What the screens need to know of an import of ratings; times as text where they come over JSON. */
export type ShownRatingImport = ListedImport &
  ShownProgress & {
    shape: string;
    acceptedCount: number;
    partlyCount: number;
    refusedCount: number;
    blankCount: number;
    duplicateCount: number;
    ratingCount: number;
    refusedScores: number;
    notes: { code: string; message: string }[];
    error: string;
    canRetry: boolean;
  };

/** Each recognised shape in words. */
export const SHAPE_WORDS: Record<string, string> = {
  "sotopia-official": "SOTOPIA-π’s official table of human ratings",
  "sotopia-crowd": "The older crowd table of human ratings",
  "sotopia-annotation": "SOTOPIA’s annotations (AnnotationForEpisode)",
  "pilot-sheet": "One rater’s sheet of the internal pilot",
  "judge-by-episode": "A judge’s scores by episode",
  "evaluator-lines": "An evaluator’s lines with reasons",
  table: "A table",
};

/** Whether records were refused, in whole or every score of them, and not one rating was taken. */
export function isWhollyRefused(
  row: Pick<ShownRatingImport, "refusedCount" | "refusedScores" | "ratingCount">,
): boolean {
  return row.refusedCount + row.refusedScores > 0 && row.ratingCount === 0;
}

/** What came of an import, as a sentence. */
export function ratingResultWords(row: ShownRatingImport): string {
  const parts = [
    `${plural(row.ratingCount, "rating")} from ${plural(row.acceptedCount + row.partlyCount, "record")}`,
    row.duplicateCount > 0 ? `${plural(row.duplicateCount, "record")} repeating another` : null,
    row.refusedScores > 0 ? `${plural(row.refusedScores, "score")} refused` : null,
    row.refusedCount > 0 ? `${plural(row.refusedCount, "record")} refused` : null,
    row.blankCount > 0 ? `${formatInteger(row.blankCount)} blank` : null,
  ];
  return `${parts.filter((part) => part !== null).join(", ")}.`;
}
