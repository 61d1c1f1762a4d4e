import { z } from "zod";
import { JOBS } from "#lib/jobs/catalog.ts";
import { enqueue, listGivenUp } from "#lib/jobs/queue.ts";
import { giveUpImport, listWaitingImportIds } from "#lib/store/imports.ts";
import { defineOperation } from "../define-operation.ts";

/** An import that waits for so long has no job any more: a free worker takes one within seconds. */
const STALLED_SECONDS = 60;

const GIVEN_UP = `The import was begun ${JOBS["episodes.import"].retryLimit + 1} times and its worker or the database went away each time. What was written stays. Try again goes on after it.`;

/**
 * Sees to imports whose job is gone. Those that wait without one get a new one; queueing is a no-op where there is one
 * still. It happens when an import is told to go on at the very moment in which its old job ends. Those whose job has
 * failed with its last attempt end as failed, with a sentence. Answers how many were queued.
 */
export const requeueImports = defineOperation({
  name: "imports/requeue-imports",
  permission: "system.operate",
  input: z.object({}),
  deps: { enqueue, listGivenUp, now: () => new Date() },
  async run(_actor, _input, deps): Promise<number> {
    const before = new Date(deps.now().getTime() - STALLED_SECONDS * 1000);
    let queued = 0;
    for (const importId of await listWaitingImportIds(before)) {
      if (await deps.enqueue("episodes.import", { importId })) queued += 1;
    }
    for (const { importId } of await deps.listGivenUp("episodes.import")) await giveUpImport(importId, GIVEN_UP);
    return queued;
  },
});
