import { z } from "zod";
import { enqueue } from "#lib/jobs/queue.ts";
import { listWaitingImportIds } from "#lib/store/imports.ts";
import { defineOperation } from "../define-operation.ts";

/** An import that waits for so long has no job any more: a free worker takes one within seconds. */
const STALLED_SECONDS = 60;

/**
 * Gives imports that wait without a job a new one; queueing is a no-op where there is one still. It happens when an
 * import is told to go on at the very moment in which its old job ends. Answers how many were queued.
 */
export const requeueImports = defineOperation({
  name: "imports/requeue-imports",
  permission: "system.operate",
  input: z.object({}),
  deps: { enqueue, now: () => new Date() },
  async run(_actor, _input, deps): Promise<number> {
    const before = new Date(deps.now().getTime() - STALLED_SECONDS * 1000);
    let queued = 0;
    for (const importId of await listWaitingImportIds(before)) {
      if (await deps.enqueue("episodes.import", { importId })) queued += 1;
    }
    return queued;
  },
});
