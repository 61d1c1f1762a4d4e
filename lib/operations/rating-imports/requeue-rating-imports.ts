import { z } from "zod";
import { JOBS } from "#lib/jobs/catalog.ts";
import { enqueue, listGivenUp } from "#lib/jobs/queue.ts";
import { giveUpRatingImport, listWaitingRatingImportIds } from "#lib/store/rating-import-states.ts";
import { defineOperation } from "../define-operation.ts";

/** An import that waits for so long has no job any more: a free worker takes one within seconds. */
const STALLED_SECONDS = 60;

const GIVEN_UP = `The import was begun ${JOBS["ratings.import"].retryLimit + 1} times and its worker or the database went away each time. What was written stays. Try again goes on after it.`;

/** Gives rating imports that wait without a job a new one, and ends those whose job has been given up. Answers how many were queued. */
export const requeueRatingImports = defineOperation({
  name: "rating-imports/requeue-rating-imports",
  permission: "system.operate",
  input: z.object({}),
  deps: { enqueue, listGivenUp, now: () => new Date() },
  async run(_actor, _input, deps): Promise<number> {
    const before = new Date(deps.now().getTime() - STALLED_SECONDS * 1000);
    let queued = 0;
    for (const importId of await listWaitingRatingImportIds(before)) {
      if (await deps.enqueue("ratings.import", { importId })) queued += 1;
    }
    for (const { importId } of await deps.listGivenUp("ratings.import")) await giveUpRatingImport(importId, GIVEN_UP);
    return queued;
  },
});
