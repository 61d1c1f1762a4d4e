import { z } from "zod";
import { GAP_DIRECTIONS } from "#lib/domain/analysis/findings/disagreements.ts";
import { defineOperation } from "../../define-operation.ts";
import { analysisChoiceSchema, knownNames, pageOfCellsSchema, questionOf } from "../analysis-input.ts";
import { lookUp } from "../engine/look-up.ts";

/**
 * The cells of a dimension where judge and people lie furthest apart: of one policy or all, in one direction or both. Throws
 * `INVALID` for a dimension or policy that the analysis does not have.
 */
export const listDisagreements = defineOperation({
  name: "analysis/list-disagreements",
  permission: "analyses.read",
  input: analysisChoiceSchema.extend({
    dimension: z.string().max(300),
    /** Label of the policy; null for all. */
    policy: z.string().max(60).nullable(),
    direction: z.enum(GAP_DIRECTIONS).default("both"),
    ...pageOfCellsSchema.shape,
  }),
  deps: {},
  run: async (_actor, { dimension, policy, direction, offset, limit, ...choice }) =>
    knownNames(
      await lookUp(await questionOf(choice), { name: "gaps", gaps: { dimension, policy, direction, offset, limit } }),
    ),
});
