import { z } from "zod";
import { ABANDONED_AFTER_HOURS } from "#lib/domain/studies/outcomes.ts";
import { defineOperation } from "#lib/operations/define-operation.ts";
import { endAbandonedVisits as endVisits } from "#lib/store/visits.ts";

/**
 * Records an outcome for visits whose annotators have left: no item held, and no sign of life for a day, or for an hour once
 * the study is closed. Nothing of theirs is touched, and who comes back goes on in a new visit. The worker runs it.
 */
export const endAbandonedVisits = defineOperation({
  name: "visits/end-abandoned-visits",
  permission: "system.operate",
  input: z.object({}),
  deps: {},
  run: async (): Promise<{ ended: number }> => ({ ended: await endVisits(ABANDONED_AFTER_HOURS) }),
});
