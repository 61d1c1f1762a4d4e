import type { Clusters } from "#lib/domain/statistics/clusters.ts";
import type { UnitTable } from "./columns.ts";
import type { ClusterFacts } from "./findings/common.ts";
import type { ClusterRuleWish } from "./question.ts";
import type { UnitGroups } from "./scope.ts";

/** From this share of scenarios on that two policies played, policies count as compared on the same scenarios. */
const SHARED_SCENARIOS = 0.5;

const SENTENCES = {
  episode: "Episodes are the clusters: both agents and all raters of one episode count as one.",
  scenario: "Scenarios are the clusters: all episodes of one scenario count as one.",
  automatic:
    "Episodes are the clusters within a policy. Policies played the same scenarios, so scenarios are the clusters between them.",
} as const;

const SENTENCES_OF_ITEMS = {
  episode: "Clusters of items are independent: all items and raters of one cluster count as one.",
  scenario: "Scenarios are the clusters: all items of one scenario count as one.",
  automatic:
    "Clusters of items are independent within a policy. Policies share scenarios, so scenarios are the clusters between them.",
} as const;

/** Whether single agents are rated anywhere; without any rated unit, episodes are what is spoken of. */
export function hasAgents({ agent }: UnitTable): boolean {
  return agent.length === 0 || agent.some((seat) => seat > 0);
}

/**
 * The one place that decides what counts as independent (statistics.md 0.1). Within a policy that is the episode; between
 * policies it is the scenario (environment and pair of characters) where at least half of the scenarios were played by
 * two policies of the comparison, else the episode. Somebody may choose one of them for everything.
 */
export function chooseClusterRule(units: UnitTable, groups: UnitGroups, wish: ClusterRuleWish): ClusterFacts {
  const sentences = hasAgents(units) ? SENTENCES : SENTENCES_OF_ITEMS;
  const episode = hasAgents(units) ? (["episode", "episodes"] as const) : (["cluster", "clusters"] as const);
  const noun = wish === "scenario" ? (["scenario", "scenarios"] as const) : episode;
  if (wish !== "automatic") return { within: wish, between: wish, noun, sentence: sentences[wish] };
  if (sharedScenarioShare(units, groups) < SHARED_SCENARIOS)
    return { within: "episode", between: "episode", noun, sentence: sentences.episode };
  return { within: "episode", between: "scenario", noun, sentence: sentences.automatic };
}

/** The facts where every number is read in comparison with the other policies, so that one rule holds within and between. */
export function clustersOfComparison(facts: ClusterFacts): ClusterFacts {
  if (facts.between === facts.within) return facts;
  return {
    within: facts.between,
    between: facts.between,
    noun: ["scenario", "scenarios"],
    sentence:
      "Scenarios are the clusters of every interval here, also of one policy alone, because policies that share scenarios are compared: everything rated in one scenario counts as one.",
  };
}

/** Share of the scenarios in the comparison that at least two of its policies played. 0 where no scenario is known. */
function sharedScenarioShare({ item, items }: UnitTable, groups: UnitGroups): number {
  const first = new Int16Array(items.scenarios.length).fill(-1);
  const isShared = new Uint8Array(items.scenarios.length);
  for (let unit = 0; unit < groups.of.length; unit += 1) {
    const scenario = items.scenario[item[unit]!]!;
    const group = groups.of[unit]!;
    if (scenario < 0 || group < 0) continue;
    if (first[scenario] === -1) first[scenario] = group;
    else if (first[scenario] !== group) isShared[scenario] = 1;
  }
  const played = first.reduce((count, group) => count + Number(group >= 0), 0);
  return played === 0 ? 0 : isShared.reduce((sum, shared) => sum + shared, 0) / played;
}

/** A numbering of clusters over all units: `of[unit]`, from 0 to `count − 1`. Items without a scenario are their own cluster. */
export function clustersOfUnits(
  { item, items }: UnitTable,
  rule: "episode" | "scenario",
): Clusters & { of: Int32Array } {
  const episodes = items.clusters.length;
  if (rule === "episode") return { of: item.map((place) => items.cluster[place]!), count: episodes };
  const count = items.scenarios.length + episodes;
  const of = item.map((place) => {
    const scenario = items.scenario[place]!;
    return scenario >= 0 ? scenario : items.scenarios.length + items.cluster[place]!;
  });
  return { of, count };
}
