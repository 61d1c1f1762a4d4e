import { z } from "zod";
import { defineOperation } from "#lib/operations/define-operation.ts";
import { deletePanelIdentitiesDue } from "#lib/store/annotators.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";

/** Deletes panel ids whose purge date has come; ratings and pseudonyms stay. The audit log says how many. */
export const purgePanelIdentities = defineOperation({
  name: "visits/purge-panel-identities",
  permission: "system.operate",
  input: z.object({}),
  deps: { now: () => new Date() },
  run: async (actor, _input, deps): Promise<{ purged: number }> => {
    const purged = await deletePanelIdentitiesDue(deps.now());
    if (purged > 0) {
      const audit = { actor, action: "panel-identities.purge", subjectKind: "panel-identity", subjectId: "due" };
      await recordAudit(getDb(), { ...audit, after: { purged } });
    }
    return { purged };
  },
});
