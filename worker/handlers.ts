import type { JobHandlers } from "#lib/jobs/dispatcher.ts";

/** Which operation each kind of job runs, as the system. A kind that is not listed is not taken by this worker. */
export const handlers: JobHandlers = {};
