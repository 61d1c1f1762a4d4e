import { z } from "zod";
import { togetherWith } from "#lib/domain/studies/extend-sample.ts";
import { samplingPlanSchema } from "#lib/domain/studies/sampling-plan.ts";
import { getDb } from "#lib/store/db.ts";
import { countCandidates, drawFromEpisodes } from "#lib/store/study-candidates.ts";
import { defineOperation } from "../define-operation.ts";
import { requireStudy } from "../require-study.ts";

/** The most unknown ids that an answer lists. */
const MAX_LISTED = 50;

/**
 * What a plan would draw, without drawing: how many items, the strata with their chances, what would be left out.
 * With a study, of the episodes that it does not have yet, and `together` says what they are with those it has; null
 * without one. Nothing is stored.
 */
export const previewItems = defineOperation({
  name: "study-items/preview-items",
  permission: "studies.write",
  input: z.object({
    plan: samplingPlanSchema,
    seed: z.int().min(0).default(1),
    studyId: z.string().nullable().default(null),
  }),
  deps: {},
  run: async (_actor, { plan, seed, studyId }) => {
    const db = getDb();
    if (plan.kind === "filter" && !studyId) {
      const { taken, foreign, undecided } = await countCandidates(db, plan);
      return {
        itemCount: taken,
        foreignLeftOut: foreign,
        undecidedLeftOut: undecided,
        strata: [],
        unknownIds: [],
        unknownCount: 0,
        alreadyIn: 0,
        together: null,
      };
    }
    const study = studyId ? await requireStudy(db, studyId) : null;
    const draw = await drawFromEpisodes(db, plan, seed, studyId);
    return {
      itemCount: draw.items.length,
      foreignLeftOut: draw.foreign.length,
      undecidedLeftOut: draw.undecided.length,
      strata: draw.strata,
      unknownIds: draw.unknownIds.slice(0, MAX_LISTED),
      unknownCount: draw.unknownIds.length,
      alreadyIn: draw.alreadyIn,
      together: study ? togetherWith(study.sampling.draws, plan) : null,
    };
  },
});
