import type { ImportRow } from "#lib/store/imports.ts";

/** An import with what can be said of its speed: records a second and seconds left, null while unknown. */
export type ImportView = Omit<ImportRow, "storedPath" | "createdById"> & {
  recordsPerSecond: number | null;
  secondsLeft: number | null;
  canRetry: boolean;
};

/** Adds the speed to an import's row; `now` is the moment it is asked for. */
export function toImportView(row: ImportRow, now: Date): ImportView {
  const { storedPath, createdById: _createdById, ...shown } = row;
  const seconds = row.startedAt ? ((row.finishedAt ?? now).getTime() - row.startedAt.getTime()) / 1000 : 0;
  const isTelling = seconds >= 0.5 && row.rowsDone > 0;
  const bytesPerSecond = isTelling && row.bytesDone > 0 ? row.bytesDone / seconds : null;
  return {
    ...shown,
    recordsPerSecond: isTelling ? row.rowsDone / seconds : null,
    secondsLeft:
      row.state === "running" && bytesPerSecond ? Math.max(0, row.bytes - row.bytesDone) / bytesPerSecond : null,
    canRetry: (row.state === "failed" || row.state === "canceled") && storedPath !== "",
  };
}
