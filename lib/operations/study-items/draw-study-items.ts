import { z } from "zod";
import { requireStep } from "#lib/domain/studies/lifecycle.ts";
import { requireDrawSize } from "#lib/domain/studies/sampling.ts";
import { samplingPlanSchema } from "#lib/domain/studies/sampling-plan.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { drawFromEpisodes } from "#lib/store/study-candidates.ts";
import { replaceItems } from "#lib/store/study-items.ts";
import { defineOperation } from "../define-operation.ts";
import { requireStudy } from "../require-study.ts";

/** Draws the items of a draft anew, by the study’s seed. The earlier items are replaced as one. */
export const drawStudyItems = defineOperation({
  name: "study-items/draw-study-items",
  permission: "studies.write",
  input: z.object({ studyId: z.string(), plan: samplingPlanSchema }),
  deps: { now: () => new Date() },
  run: async (actor, { studyId, plan }, { now }) =>
    getDb().$transaction(async (tx) => {
      const study = await requireStudy(tx, studyId, { lock: true });
      requireStep(study.state, "edit");
      const draw = await drawFromEpisodes(tx, plan, study.design.seed);
      requireDrawSize(draw.items.length);
      await replaceItems(tx, studyId, { plan, draw, seed: study.design.seed, at: now() });
      await recordAudit(tx, {
        actor,
        action: "studies.draw-items",
        subjectKind: "study",
        subjectId: studyId,
        after: { kind: plan.kind, items: draw.items.length },
      });
      return {
        itemCount: draw.items.length,
        unknownIds: draw.unknownIds,
        foreignLeftOut: draw.foreign.length,
        undecidedLeftOut: draw.undecided.length,
      };
    }),
});
