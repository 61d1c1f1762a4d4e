import { z } from "zod";
import { STOPPED_FILE_DAYS, STRAY_FILE_HOURS } from "#lib/domain/episodes/import/kept-files.ts";
import { findStrayFiles, forgetStoppedFile, listStoppedFiles } from "#lib/store/import-file-owners.ts";
import { deleteImportFile, listImportFiles } from "#lib/store/import-files.ts";
import { defineOperation } from "../define-operation.ts";

const HOUR_MS = 3_600_000;

/**
 * Removes uploaded files that nobody will read any more: those of imports that failed or were stopped
 * {@link STOPPED_FILE_DAYS} days ago, and those that belong to no import. What was imported stays. The worker runs it.
 */
export const purgeImportFiles = defineOperation({
  name: "imports/purge-import-files",
  permission: "system.operate",
  input: z.object({}),
  deps: { now: () => new Date() },
  async run(_actor, _input, { now }): Promise<{ purged: number }> {
    const hoursAgo = (hours: number) => new Date(now().getTime() - hours * HOUR_MS);
    let purged = 0;
    for (const storedPath of await listStoppedFiles(hoursAgo(24 * STOPPED_FILE_DAYS))) {
      if (!(await forgetStoppedFile(storedPath))) continue;
      await deleteImportFile(storedPath);
      purged += 1;
    }
    for (const storedPath of await findStrayFiles(await listImportFiles(hoursAgo(STRAY_FILE_HOURS)))) {
      await deleteImportFile(storedPath);
      purged += 1;
    }
    return { purged };
  },
});
