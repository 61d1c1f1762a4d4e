import { z } from "zod";
import { enqueue, listGivenUp } from "#lib/jobs/queue.ts";
import { giveUpImport, listWaitingImportIds } from "#lib/store/imports.ts";
import { defineOperation } from "../define-operation.ts";
import { requeueStalled } from "../requeue-stalled.ts";

/** Gives imports of episodes that wait without a job a new one, and ends those whose job was given up. Answers how many were queued. */
export const requeueImports = defineOperation({
  name: "imports/requeue-imports",
  permission: "system.operate",
  input: z.object({}),
  deps: { enqueue, listGivenUp, now: () => new Date() },
  run: (_actor, _input, { now, ...queue }) =>
    requeueStalled("episodes.import", now(), { ...queue, listWaiting: listWaitingImportIds, giveUp: giveUpImport }),
});
