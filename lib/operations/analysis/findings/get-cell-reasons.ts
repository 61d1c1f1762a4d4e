import { z } from "zod";
import type { CellReasons } from "#lib/domain/analysis/findings/disagreements.ts";
import { sourcesShown } from "#lib/domain/analysis/shown-people.ts";
import { readEpisodesBySource } from "#lib/store/analysis-episodes.ts";
import { readCellReasons } from "#lib/store/analysis-reasons.ts";
import { defineOperation } from "../../define-operation.ts";
import { analysisChoiceSchema, questionOf } from "../analysis-input.ts";

/** Why both sides rated one agent of one item as they did: rationales and cited turns, people first. */
export const getCellReasons = defineOperation({
  name: "analysis/get-cell-reasons",
  permission: "analyses.read",
  input: analysisChoiceSchema.extend({
    itemKey: z.string().min(1).max(300),
    agent: z.coerce.number().int().min(0).max(2),
    dimension: z.string().min(1).max(300),
  }),
  deps: {},
  run: async (_actor, { itemKey, agent, dimension, ...choice }): Promise<CellReasons> => {
    const question = await questionOf(choice);
    // A scale that two sources give different ranges has its range behind its key.
    const key = dimension.replace(/ \(.* to .*\)$/, "");
    const ratings = await readCellReasons(sourcesShown(question), { itemKey, agent, dimension: key });
    const episode = (await readEpisodesBySource([itemKey])).get(itemKey);
    return { itemKey, agent, episodeId: episode?.id ?? null, dimension, ratings };
  },
});
