import { z } from "zod";
import type { Replication } from "#lib/domain/analysis/replication/replication.ts";
import { defineOperation } from "../define-operation.ts";
import { currentReplication } from "./current-replication.ts";

/**
 * The human evaluation of SOTOPIA-π computed from the imported rating tables, episodes and judges' scores, beside the
 * published figures. Without any of them every figure is missing and says so.
 */
export const replicatePaper = defineOperation({
  name: "replication/replicate-paper",
  permission: "analyses.read",
  input: z.object({}),
  deps: {},
  run: (): Promise<Replication> => currentReplication(),
});
