import { classNames } from "#components/ui/class-names.ts";
import { formatBytes, formatDuration, plural } from "#components/ui/format.ts";
import { Progress } from "#components/ui/progress.tsx";
import { type ImportState, isUnderWay } from "./import-state.tsx";

/** What the line of progress needs to know of an import of any kind: bytes and records so far, speed, seconds left. */
export type ShownProgress = {
  state: ImportState;
  bytes: number;
  bytesDone: number;
  rowsDone: number;
  recordsPerSecond: number | null;
  secondsLeft: number | null;
};

/** How far, how fast and how long still, as one line. A waiting table has its own form in place of progress. */
function progressWords(row: ShownProgress): string {
  if (row.state === "queued" || row.state === "mapping") return `${formatBytes(row.bytes)}, waiting for the worker`;
  // What came of a finished import is said below, and its numbers add up to the records.
  const parts = row.state === "completed" && row.rowsDone > 0 ? [] : [plural(row.rowsDone, "record")];
  if (isUnderWay(row.state)) parts.push(`${formatBytes(row.bytesDone)} of ${formatBytes(row.bytes)}`);
  if (row.recordsPerSecond !== null) parts.push(`${plural(row.recordsPerSecond, "record")} a second`);
  if (row.state === "running" && row.secondsLeft !== null) {
    parts.push(row.secondsLeft < 1 ? "almost done" : `about ${formatDuration(row.secondsLeft * 1000)} left`);
  }
  return parts.join(" · ");
}

/**
 * Progress of an import: bar (while there is something left), records, speed, time left, and in `result` what came of it so far. `isLost` says that the
 * server did not answer the last time.
 */
export function ImportProgress({ row, result, isLost }: { row: ShownProgress; result: string; isLost: boolean }) {
  const isDone = row.state === "completed";
  const progress = progressWords(row);
  return (
    <section aria-label="Progress" className="rounded-surface border border-line bg-surface p-4">
      {isDone ? null : (
        <div className="mb-2">
          <Progress value={row.bytesDone} max={row.bytes} label="Part of the file that is done" />
        </div>
      )}
      {isDone ? null : <p className="mb-1 text-sm tabular-nums">{progress}</p>}
      {row.rowsDone > 0 ? (
        <p className={classNames("text-sm tabular-nums", isDone ? null : "text-ink-2")}>{result}</p>
      ) : null}
      {isDone && progress ? <p className="mt-1 text-sm text-ink-2 tabular-nums">{progress}</p> : null}
      <p role="status" className="mt-1 text-sm text-warn empty:hidden">
        {isLost ? "The server does not answer just now; the import goes on without this page." : ""}
      </p>
    </section>
  );
}
