import { z } from "zod";
import { defineOperation } from "#lib/operations/define-operation.ts";
import { expireLeases as expireStudyLeases, listStudiesWithDueLeases } from "#lib/store/assignments.ts";

/** Returns the slots of every lease that has run out, in all studies; the worker runs it every few seconds. */
export const expireLeases = defineOperation({
  name: "visits/expire-leases",
  permission: "system.operate",
  input: z.object({}),
  deps: {},
  run: async (): Promise<{ expired: number }> => {
    let expired = 0;
    for (const studyId of await listStudiesWithDueLeases()) expired += await expireStudyLeases(studyId);
    return { expired };
  },
});
