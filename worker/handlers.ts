import { systemActor } from "#lib/domain/access/actor.ts";
import type { JobHandlers } from "#lib/jobs/dispatcher.ts";
import { runImport } from "#lib/operations/imports/run-import.ts";

const worker = systemActor("worker");

/** Which operation each kind of job runs, as the system. A kind that is not listed is not taken by this worker. */
export const handlers: JobHandlers = {
  "episodes.import": async ({ importId }, { signal }) => {
    await runImport(worker, { importId, signal });
  },
};
