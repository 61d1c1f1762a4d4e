import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { MAX_STUDY_ITEMS } from "#lib/domain/studies/design.ts";
import { chanceAfter, togetherWith } from "#lib/domain/studies/extend-sample.ts";
import { requireStep } from "#lib/domain/studies/lifecycle.ts";
import { requireDrawSize, shuffleKeys } from "#lib/domain/studies/sampling.ts";
import { type DrawRecord, samplingPlanSchema } from "#lib/domain/studies/sampling-plan.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { type DbOrTransaction, getDb } from "#lib/store/db.ts";
import { drawFromEpisodes } from "#lib/store/study-candidates.ts";
import {
  countItems,
  createMissingSlots,
  insertItems,
  listSampledItems,
  saveDraws,
  setInclusionProbabilities,
  toDrawRecord,
} from "#lib/store/study-items.ts";
import { defineOperation } from "../define-operation.ts";
import { requireStudy } from "../require-study.ts";

/**
 * Adds items to a launched study, from episodes that it does not have yet; they can be claimed at once. Where the new draw
 * and the earlier ones together are one sample, the inclusion probabilities of all items are corrected; else every draw
 * keeps its own. `together` says which. Throws `INVALID` where nothing is found or a study would grow too large.
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
      if (draw.items.length === 0) throw nothingFound();
      if (had.count + draw.items.length > MAX_STUDY_ITEMS) requireDrawSize(had.count + draw.items.length);
      const together = togetherWith(draws, plan);
      const all = [...draws, toDrawRecord({ plan, draw, seed, at: now() })];
      await insertItems(tx, studyId, draw.items, {
        firstPosition: had.last + 1,
        shuffleKeys: shuffleKeys(draw.items.length, seed),
      });
      if (together === "one-sample") await correctChances(tx, studyId, all);
      await createMissingSlots(tx, studyId, study.design.annotationsPerItem);
      await saveDraws(tx, studyId, all);
      await recordAudit(tx, {
        actor,
        action: "studies.add-items",
        subjectKind: "study",
        subjectId: studyId,
        before: { items: had.count },
        after: { kind: plan.kind, together, items: had.count + draw.items.length },
      });
      return {
        added: draw.items.length,
        together,
        unknownIds: draw.unknownIds,
        alreadyIn: draw.alreadyIn,
        foreignLeftOut: draw.foreign.length,
        undecidedLeftOut: draw.undecided.length,
      };
    }),
});

/** Gives every item the chance that all draws together gave it. */
async function correctChances(tx: DbOrTransaction, studyId: string, draws: readonly DrawRecord[]): Promise<void> {
  const items = await listSampledItems(tx, studyId);
  await setInclusionProbabilities(
    tx,
    items.map((item) => ({ id: item.id, inclusionProbability: chanceAfter(draws, item) })),
  );
}

function nothingFound(): AppError {
  const message = "No episode was found this way that the study does not have yet.";
  return new AppError("INVALID", `${message} Nothing was changed.`, { issues: [{ path: "plan", message }] });
}
