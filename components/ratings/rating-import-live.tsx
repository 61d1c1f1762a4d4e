"use client";
import { progressWords } from "#components/episodes/import-words.ts";
import { useLiveImport } from "#components/episodes/use-live-import.ts";
import { Progress } from "#components/ui/progress.tsx";
import { ratingResultWords, type ShownRatingImport } from "./rating-import-words.ts";

/** Progress of an import of ratings as it goes: bar, records, speed, time left, ratings so far. */
export function RatingImportLive({ initial, address }: { initial: ShownRatingImport; address: string }) {
  const { row, isLost } = useLiveImport(initial, address);
  // A waiting table has its own form in place of progress.
  const state = row.state === "mapping" ? "queued" : row.state;
  return (
    <section aria-label="Progress" className="rounded-surface border border-line bg-surface p-4">
      <Progress
        value={row.state === "completed" ? 1 : row.bytesDone}
        max={row.state === "completed" ? 1 : row.bytes}
        label="Part of the file that is done"
      />
      <p className="mt-2 text-sm tabular-nums">{progressWords({ ...row, state })}</p>
      {row.rowsDone > 0 ? <p className="mt-1 text-sm text-ink-2 tabular-nums">{ratingResultWords(row)}</p> : null}
      <p role="status" className="mt-1 text-sm text-warn empty:hidden">
        {isLost ? "The server does not answer just now; the import goes on without this page." : ""}
      </p>
    </section>
  );
}
