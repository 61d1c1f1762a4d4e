import type { ImportRow } from "#lib/store/imports.ts";

/** How fast an import goes: records a second and seconds left, null while unknown; whether it can be told to go on. */
export type ImportSpeed = { recordsPerSecond: number | null; secondsLeft: number | null; canRetry: boolean };

/** What the speed of an import of any kind is told from. */
type Timed = Pick<ImportRow, "rowsDone" | "bytes" | "bytesDone" | "startedAt" | "finishedAt" | "storedPath"> & {
  state: string;
};

/** An import with what can be said of its speed: records a second and seconds left, null while unknown. */
export type ImportView = Omit<ImportRow, "storedPath" | "createdById"> & ImportSpeed;

/** The speed of an import; `now` is the moment it is asked for. */
export function importSpeed(row: Timed, now: Date): ImportSpeed {
  const seconds = row.startedAt ? ((row.finishedAt ?? now).getTime() - row.startedAt.getTime()) / 1000 : 0;
  const isTelling = seconds >= 0.5 && row.rowsDone > 0;
  const bytesPerSecond = isTelling && row.bytesDone > 0 ? row.bytesDone / seconds : null;
  return {
    recordsPerSecond: isTelling ? row.rowsDone / seconds : null,
    secondsLeft:
      row.state === "running" && bytesPerSecond ? Math.max(0, row.bytes - row.bytesDone) / bytesPerSecond : null,
    canRetry: (row.state === "failed" || row.state === "canceled") && row.storedPath !== "",
  };
}

/** Adds the speed to an import's row; `now` is the moment it is asked for. */
export function toImportView(row: ImportRow, now: Date): ImportView {
  const { storedPath: _storedPath, createdById: _createdById, ...shown } = row;
  return { ...shown, ...importSpeed(row, now) };
}
