import { formatBytes, formatDuration, formatInteger, plural } from "#components/ui/format.ts";

/** What the screens need to know of an import; times as text where they come over JSON. */
export type ShownImport = {
  id: string;
  fileName: string;
  bytes: number;
  bytesDone: number;
  state: "queued" | "running" | "completed" | "failed" | "canceled";
  rowsDone: number;
  acceptedCount: number;
  unchangedCount: number;
  conflictCount: number;
  repairedCount: number;
  refusedCount: number;
  error: string;
  recordsPerSecond: number | null;
  secondsLeft: number | null;
  canRetry: boolean;
  isDemo: boolean;
  createdAt: Date | string;
};

/** The state of an import in one word or two. */
export const IMPORT_STATES: Record<ShownImport["state"], string> = {
  queued: "Waiting",
  running: "Running",
  completed: "Done",
  failed: "Failed",
  canceled: "Stopped",
};

/** Whether an import is still to change by itself. */
export function isUnderWay(state: ShownImport["state"]): boolean {
  return state === "queued" || state === "running";
}

/** What the line of progress needs to know of an import of any kind. */
export type ShownProgress = Pick<
  ShownImport,
  "bytes" | "bytesDone" | "rowsDone" | "recordsPerSecond" | "secondsLeft" | "state"
>;

/** How far, how fast and how long still, as one line. */
export function progressWords(row: ShownProgress): string {
  if (row.state === "queued") return `${formatBytes(row.bytes)}, waiting for the worker`;
  const parts = [plural(row.rowsDone, "record")];
  if (isUnderWay(row.state)) parts.push(`${formatBytes(row.bytesDone)} of ${formatBytes(row.bytes)}`);
  if (row.recordsPerSecond !== null) parts.push(`${plural(row.recordsPerSecond, "record")} a second`);
  if (row.state === "running" && row.secondsLeft !== null) {
    parts.push(row.secondsLeft < 1 ? "almost done" : `about ${formatDuration(row.secondsLeft * 1000)} left`);
  }
  return parts.join(" · ");
}

/** What came of an import, as a sentence. */
export function resultWords(row: ShownImport): string {
  const { acceptedCount, unchangedCount, conflictCount, repairedCount, refusedCount } = row;
  const parts = [
    `${formatInteger(acceptedCount)} accepted`,
    unchangedCount > 0 ? `${formatInteger(unchangedCount)} here already` : null,
    conflictCount > 0 ? `${formatInteger(conflictCount)} in conflict` : null,
    refusedCount > 0 ? `${formatInteger(refusedCount)} refused` : null,
  ].filter((part) => part !== null);
  const repaired = repairedCount > 0 ? `; ${formatInteger(repairedCount)} of them repaired` : "";
  return `${parts.join(", ")}${repaired}.`;
}
