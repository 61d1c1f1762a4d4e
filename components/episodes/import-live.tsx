"use client";
import { Progress } from "#components/ui/progress.tsx";
import { progressWords, resultWords, type ShownImport } from "./import-words.ts";
import { useLiveImport } from "./use-live-import.ts";

/**
 * Progress of an import as it goes: bar, records, speed, time left, counts so far. Asks a small JSON address while
 * the import runs and the page is looked at, and has the page drawn anew when it ends.
 */
export function ImportLive({ initial, address }: { initial: ShownImport; address: string }) {
  const { row, isLost } = useLiveImport(initial, address);
  return (
    <section aria-label="Progress" className="rounded-surface border border-line bg-surface p-4">
      <Progress
        value={row.state === "completed" ? 1 : row.bytesDone}
        max={row.state === "completed" ? 1 : row.bytes}
        label="Part of the file that is done"
      />
      <p className="mt-2 text-sm tabular-nums">{progressWords(row)}</p>
      {row.rowsDone > 0 ? <p className="mt-1 text-sm text-ink-2 tabular-nums">{resultWords(row)}</p> : null}
      <p role="status" className="mt-1 text-sm text-warn empty:hidden">
        {isLost ? "The server does not answer just now; the import goes on without this page." : ""}
      </p>
    </section>
  );
}
