import { z } from "zod";
import { enqueue, listGivenUp } from "#lib/jobs/queue.ts";
import { giveUpRatingImport, listWaitingRatingImportIds } from "#lib/store/rating-import-states.ts";
import { defineOperation } from "../define-operation.ts";
import { requeueStalled } from "../requeue-stalled.ts";

/** Gives imports of ratings that wait without a job a new one, and ends those whose job was given up. Answers how many were queued. */
export const requeueRatingImports = defineOperation({
  name: "rating-imports/requeue-rating-imports",
  permission: "system.operate",
  input: z.object({}),
  deps: { enqueue, listGivenUp, now: () => new Date() },
  run: (_actor, _input, { now, ...queue }) =>
    requeueStalled("ratings.import", now(), {
      ...queue,
      listWaiting: listWaitingRatingImportIds,
      giveUp: giveUpRatingImport,
    }),
});
