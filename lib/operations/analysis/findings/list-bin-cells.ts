import { z } from "zod";
import { defineOperation } from "../../define-operation.ts";
import { analysisChoiceSchema, pageOfCellsSchema, questionOf } from "../analysis-input.ts";
import { lookUp } from "../engine/look-up.ts";

/** The cells behind one bin of the grid, for drilling down to their episodes. */
export const listBinCells = defineOperation({
  name: "analysis/list-bin-cells",
  permission: "analyses.read",
  input: analysisChoiceSchema.extend({
    dimension: z.string().max(300),
    /** Label of the policy; null for the pooled grid. */
    policy: z.string().max(60).nullable(),
    judgeScore: z.coerce.number(),
    humanScore: z.coerce.number(),
    ...pageOfCellsSchema.shape,
  }),
  deps: {},
  run: async (_actor, { dimension, policy, judgeScore: judge, humanScore: human, offset, limit, ...choice }) =>
    lookUp(await questionOf(choice), { name: "bin-cells", bin: { dimension, policy, judge, human, offset, limit } }),
});
