import { z } from "zod";
import { defineOperation } from "../../define-operation.ts";
import { analysisChoiceSchema, knownNames, pageOfCellsSchema, questionOf } from "../analysis-input.ts";
import { lookUp } from "../engine/look-up.ts";

/**
 * The cells behind one bin of the grid, for drilling down to their episodes. Throws `INVALID` for a dimension or policy that
 * the analysis does not have.
 */
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
    knownNames(
      await lookUp(await questionOf(choice), {
        name: "bin-cells",
        bin: { dimension, policy, judge, human, offset, limit },
      }),
    ),
});
