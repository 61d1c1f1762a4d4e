"use client";
import { ImportProgress } from "#components/imports/import-progress.tsx";
import { useLiveImport } from "#components/imports/use-live-import.ts";
import { ratingResultWords, type ShownRatingImport } from "./rating-import-words.ts";

/** Progress of an import of ratings as it goes, with the ratings so far. `address` answers the import as JSON. */
export function RatingImportLive({ initial, address }: { initial: ShownRatingImport; address: string }) {
  const { row, isLost } = useLiveImport(initial, address);
  return <ImportProgress row={row} result={ratingResultWords(row)} isLost={isLost} />;
}
