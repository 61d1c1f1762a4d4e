import { numberClustersTogether } from "#lib/domain/statistics/clusters.ts";
import {
  type DifferenceInDifferences,
  differenceInDifferences,
} from "#lib/domain/statistics/difference-in-differences.ts";
import { adjustP } from "#lib/domain/statistics/p-adjust.ts";
import { type AgentMean, agentMeans } from "./agent-means.ts";
import type { ConditionId } from "./conditions.ts";
import type { StudyEpisode } from "./material.ts";
import { DIMENSION_COLUMNS, SCORE_COLUMNS } from "./score-columns.ts";

/** `first` minus `second` in one column, with p adjusted for the seven dimensions of this comparison. */
export type ConditionDifference = DifferenceInDifferences & { adjustedP: number | null };

/**
 * The difference of two conditions in each of the eight columns of people's scores. Both played the same scenarios, so
 * that the scenario is the cluster; CR2 standard errors. The seven dimensions are one family of tests (Holm); the
 * overall mean stands outside it, unadjusted.
 */
export function humanDifferences(
  episodes: readonly StudyEpisode[],
  first: ConditionId,
  second: ConditionId,
): ConditionDifference[] {
  const [a, b] = [first, second].map((id) => agentMeans(episodes, id, "studied", "each-person-once")) as [
    AgentMean[],
    AgentMean[],
  ];
  const results = SCORE_COLUMNS.map((_, place) => differenceByScenario(a, b, ({ human }) => human[place] as number));
  const dimensions = DIMENSION_COLUMNS.length;
  const adjusted = adjustP(
    results.slice(0, dimensions).map(({ p }) => p),
    "holm",
  );
  return results.map((result, place) => ({
    ...result,
    adjustedP: place < dimensions ? (adjusted[place] ?? null) : result.p,
  }));
}

/** Mean of `value` over the agents of `a` minus that over `b`, with scenarios as clusters that both may share. */
export function differenceByScenario(
  a: readonly AgentMean[],
  b: readonly AgentMean[],
  value: (agent: AgentMean) => number,
): DifferenceInDifferences {
  const [ofA, ofB] = numberClustersTogether([a, b].map((agents) => agents.map(({ scenario }) => scenario)));
  return differenceInDifferences(
    { d: b.map(value), clusters: ofB as NonNullable<typeof ofB> },
    { d: a.map(value), clusters: ofA as NonNullable<typeof ofA> },
  );
}
