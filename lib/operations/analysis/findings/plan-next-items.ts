import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { MAX_PLAN_IDS, type SamplingPlanInput } from "#lib/domain/studies/sampling-plan.ts";
import { defineOperation } from "../../define-operation.ts";
import { analysisChoiceSchema, askedOf } from "../analysis-input.ts";
import { lookUp } from "../engine/look-up.ts";

/**
 * What the planner of an analysis asks for next on one dimension, as a plan that a study can draw by: strata of policy and
 * band of the judge’s score with their episodes. Throws `INVALID` where there is nothing to draw, or too much.
 */
export const planNextItems = defineOperation({
  name: "analysis/plan-next-items",
  permission: "studies.write",
  input: analysisChoiceSchema.extend({ dimension: z.string().min(1).max(300) }),
  deps: {},
  run: async (_actor, { dimension, ...choice }): Promise<{ name: string; plan: SamplingPlanInput }> => {
    const { analysis, question } = await askedOf(choice);
    const { name, strata } = await lookUp(question, { name: "next-items", dimension });
    const wanted = strata.reduce((sum, { count }) => sum + count, 0);
    const episodes = strata.reduce((sum, { ids }) => sum + ids.length, 0);
    if (wanted === 0)
      throw new AppError(
        "INVALID",
        "The planner asks for no further items here, or none of them is an episode of this studio. Nothing was made.",
      );
    if (episodes > MAX_PLAN_IDS)
      throw new AppError(
        "INVALID",
        `These strata hold ${episodes} episodes, and a draw may look at ${MAX_PLAN_IDS}. Nothing was made. Narrow the filters.`,
      );
    const origin = `planner of “${analysis.name}”, version ${analysis.version}, ${name}`.slice(0, 300);
    return { name: `${name}: more ratings for ${analysis.name}`, plan: { kind: "strata", origin, strata } };
  },
});
