import type { RatingColumns } from "#lib/domain/analysis/columns.ts";
import type { DrawnFrame } from "#lib/domain/analysis/frames.ts";
import { joinBlocks } from "#lib/domain/analysis/join-blocks.ts";
import { type BlockUnit, emptyBlock, FACT_RANKS, type RatingBlock } from "#lib/domain/analysis/rating-block.ts";
import { scaleFacts } from "#lib/domain/analysis/scale-facts.ts";
import { SOTOPIA_DIMENSIONS } from "#lib/domain/dimensions/sotopia-dimensions.ts";

/** One rating in words: who rated which agent of which item, on which dimension. A rater called `judge…` is a judge. */
export type MadeRating = {
  item: string;
  agent?: number;
  rater: string;
  score: number;
  dimension?: string;
  occurrence?: number;
  isDuplicate?: boolean;
  isExcluded?: boolean;
};

/** What is known of the units of an item; a policy for agent 1, agent 2 and so on. */
export type MadeItem = Partial<Omit<BlockUnit, "policy" | "partnerPolicy">> & { policies?: [string, string] };

/** A block from ratings in words. Items that are not described have one agent (1) of policy “base”. */
export function makeBlock(ratings: readonly MadeRating[], items: Record<string, MadeItem> = {}): RatingBlock {
  const unitKeys = [...new Set(ratings.map(({ item, agent = 1 }) => `${item} ${agent}`))];
  const raters = [...new Set(ratings.map(({ rater }) => rater))];
  const dimensions = [...new Set(ratings.map(({ dimension = "goal" }) => dimension))];
  return {
    ...emptyBlock(),
    unit: Int32Array.from(ratings, ({ item, agent = 1 }) => unitKeys.indexOf(`${item} ${agent}`)),
    rater: Int32Array.from(ratings, ({ rater }) => raters.indexOf(rater)),
    dimension: Int16Array.from(ratings, ({ dimension = "goal" }) => dimensions.indexOf(dimension)),
    score: Float64Array.from(ratings, ({ score }) => score),
    occurrence: Uint8Array.from(ratings, ({ occurrence = 0 }) => occurrence),
    duplicate: Uint8Array.from(ratings, ({ isDuplicate }) => Number(isDuplicate ?? false)),
    excluded: Uint8Array.from(ratings, ({ isExcluded }) => Number(isExcluded ?? false)),
    order: Int32Array.from(ratings.keys()),
    seconds: new Float32Array(ratings.length).fill(Number.NaN),
    units: unitKeys.map((key) => makeUnit(key, items)),
    raters: raters.map((name) => ({
      key: `${name.startsWith("judge") ? "judge" : "human"}:${name}`,
      kind: name.startsWith("judge") ? "judge" : "human",
      name,
      source: "made.csv",
      sourceId: "made",
      isPosition: false,
    })),
    dimensions: dimensions.map((id) => {
      const known = SOTOPIA_DIMENSIONS.find((dimension) => dimension.id === id);
      return scaleFacts({ key: id, name: id, min: known?.min ?? 0, max: known?.max ?? 10, isWhole: true });
    }),
  };
}

function makeUnit(key: string, items: Record<string, MadeItem>): BlockUnit {
  const at = key.lastIndexOf(" ");
  const [itemKey, agent] = [key.slice(0, at), Number(key.slice(at + 1))];
  const { policies = ["base", ""], ...facts } = items[itemKey] ?? {};
  const scenario = facts.scenarioKey ?? "";
  return {
    itemKey,
    agent,
    episodeId: null,
    label: itemKey,
    clusterKey: itemKey,
    scenarioKey: "",
    environmentKey: scenario,
    environmentLabel: scenario && `Situation ${scenario}`,
    policy: policies[Math.max(0, agent - 1)] as string,
    partnerPolicy: agent === 0 ? "" : (policies[2 - agent] as string),
    role: "unknown",
    rank: FACT_RANKS.file,
    inclusionProbability: null,
    sampling: "unknown",
    words: 0,
    turns: 0,
    ...facts,
  };
}

/** Columns from ratings in words, with what their items were drawn from. */
export function makeColumns(
  ratings: readonly MadeRating[],
  items: Record<string, MadeItem> = {},
  frames: readonly DrawnFrame[] = [],
): RatingColumns {
  return joinBlocks([makeBlock(ratings, items)], frames);
}
