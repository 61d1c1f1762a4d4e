import { ImportsTable } from "#components/imports/imports-table.tsx";
import { isWhollyRefused, SHAPE_WORDS, type ShownRatingImport } from "./rating-import-words.ts";

const COUNTS: readonly { head: string; of: (row: ShownRatingImport) => number }[] = [
  { head: "Ratings", of: (row) => row.ratingCount },
  { head: "Scores refused", of: (row) => row.refusedScores },
  { head: "Repeated", of: (row) => row.duplicateCount },
];

/** The imports of ratings with what came of them. */
export function RatingImportTable({ imports }: { imports: readonly ShownRatingImport[] }) {
  return (
    <ImportsTable
      label="Imports of ratings"
      rows={imports}
      hrefOf={(row) => `/ratings/${row.id}`}
      noteOf={(row) => <span className="block text-xs text-ink-2">{SHAPE_WORDS[row.shape] ?? row.shape}</span>}
      isRefused={isWhollyRefused}
      counts={COUNTS}
    />
  );
}
