import { z } from "zod";
import { countExcludedRaters } from "#lib/store/replication.ts";
import { defineOperation } from "../define-operation.ts";
import { currentReplication } from "./current-replication.ts";

/**
 * The human evaluation of SOTOPIA-π computed from the imported rating tables, episodes and judges' scores, beside the
 * published figures, and how many raters count in it who are excluded elsewhere. Without any ratings every figure is missing
 * and says so.
 */
export const replicatePaper = defineOperation({
  name: "replication/replicate-paper",
  permission: "analyses.read",
  input: z.object({}),
  deps: {},
  run: async () => {
    const [replication, excludedRaters] = await Promise.all([currentReplication(), countExcludedRaters()]);
    return { ...replication, excludedRaters };
  },
});
