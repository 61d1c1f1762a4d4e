import { z } from "zod";
import { MAX_STUDY_ITEMS } from "#lib/domain/studies/design.ts";
import { mergeSample } from "#lib/domain/studies/extend-sample.ts";
import { requireStep } from "#lib/domain/studies/lifecycle.ts";
import { requireDrawSize, shuffleKeys } from "#lib/domain/studies/sampling.ts";
import { samplingPlanSchema } from "#lib/domain/studies/sampling-plan.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { drawFromEpisodes } from "#lib/store/study-candidates.ts";
import {
  countByStratum,
  countItems,
  createMissingSlots,
  insertItems,
  saveDraws,
  setStratumProbability,
  toDrawRecord,
} from "#lib/store/study-items.ts";
import { defineOperation } from "../define-operation.ts";
import { requireStudy } from "../require-study.ts";

/**
 * Adds items to a launched study, from episodes that it does not have yet; they can be claimed at once. An enlarged
 * sample corrects the inclusion probabilities of the items that were drawn before.
 */
export const addItems = defineOperation({
  name: "study-items/add-items",
  permission: "studies.launch",
  input: z.object({ studyId: z.string(), plan: samplingPlanSchema }),
  deps: { now: () => new Date() },
  run: async (actor, { studyId, plan }, { now }) =>
    getDb().$transaction(async (tx) => {
      const study = await requireStudy(tx, studyId, { lock: true });
      requireStep(study.state, "extend");
      const { draws } = study.sampling;
      // Another seed for every draw: the first one again would favour the same places in the order.
      const seed = (study.design.seed + draws.length) % 2_147_483_648;
      const draw = await drawFromEpisodes(tx, plan, seed, studyId);
      const had = await countItems(tx, studyId);
      requireDrawSize(draw.items.length);
      if (had.count + draw.items.length > MAX_STUDY_ITEMS) requireDrawSize(had.count + draw.items.length);
      const merged = mergeSample(study.sampling, draw, plan, await countByStratum(tx, studyId));
      for (const { stratum, inclusionProbability } of merged.corrections)
        await setStratumProbability(tx, studyId, stratum, inclusionProbability);
      await insertItems(tx, studyId, merged.items, {
        firstPosition: had.last + 1,
        shuffleKeys: shuffleKeys(merged.items.length, seed),
      });
      await createMissingSlots(tx, studyId, study.design.annotationsPerItem);
      await saveDraws(tx, studyId, [...draws, toDrawRecord({ plan, draw, seed, at: now() })]);
      await recordAudit(tx, {
        actor,
        action: "studies.add-items",
        subjectKind: "study",
        subjectId: studyId,
        before: { items: had.count },
        after: { items: had.count + merged.items.length },
      });
      return {
        added: merged.items.length,
        unknownIds: draw.unknownIds,
        alreadyIn: draw.alreadyIn,
        foreignLeftOut: draw.foreign.length,
        undecidedLeftOut: draw.undecided.length,
      };
    }),
});
