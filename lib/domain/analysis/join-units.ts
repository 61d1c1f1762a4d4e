import { SAMPLINGS, SEAT_ROLES, type UnitTable } from "./columns.ts";
import { type BlockUnit, FACT_RANKS } from "./rating-block.ts";

/** Under which units of several sources meet. */
export function unitKeyOf(unit: { itemKey: string; agent: number }): string {
  return `${unit.itemKey} ${unit.agent}`;
}

/** One entry per unit, sorted by item and agent; where sources differ on a fact, the one of the highest rank is taken. */
export function joinUnits(all: readonly BlockUnit[]): { units: BlockUnit[]; index: Map<string, number> } {
  const byKey = new Map<string, BlockUnit>();
  for (const unit of all) {
    const known = byKey.get(unitKeyOf(unit));
    byKey.set(unitKeyOf(unit), known ? mergeUnit(known, unit) : unit);
  }
  const units = [...byKey.values()].sort(byItemAndAgent);
  return { units, index: new Map(units.map((unit, place) => [unitKeyOf(unit), place])) };
}

function byItemAndAgent(a: BlockUnit, b: BlockUnit): number {
  if (a.itemKey !== b.itemKey) return a.itemKey < b.itemKey ? -1 : 1;
  return a.agent - b.agent;
}

/** Where sources chose an item in several ways: drawn at random it is a random item, however often it was chosen by hand. */
const SAMPLING_RANKS = { unknown: 0, purposive: 1, random: 2 } as const;

function mergeUnit(a: BlockUnit, b: BlockUnit): BlockUnit {
  const [first, second] = b.rank > a.rank ? [b, a] : [a, b];
  const sampled = SAMPLING_RANKS[b.sampling] > SAMPLING_RANKS[a.sampling] ? b : a;
  return {
    itemKey: a.itemKey,
    agent: a.agent,
    episodeId: a.episodeId ?? b.episodeId,
    label: a.episodeId === null ? b.label : a.label,
    clusterKey: first.clusterKey || second.clusterKey,
    ...scenarioOf(first, second),
    policy: first.policy || second.policy,
    partnerPolicy: first.partnerPolicy || second.partnerPolicy,
    role: first.role === "unknown" ? second.role : first.role,
    rank: first.rank,
    sampling: sampled.sampling,
    inclusionProbability: sampled.inclusionProbability ?? a.inclusionProbability ?? b.inclusionProbability,
    words: a.words === 0 || b.words === 0 ? a.words + b.words : Math.max(a.words, b.words),
    turns: Math.max(a.turns, b.turns),
  };
}

/** An episode knows its scenario best: a file may have shown its raters the text of another one. */
function scenarioOf(first: BlockUnit, second: BlockUnit) {
  const episode = [first, second].find((unit) => unit.rank === FACT_RANKS.episode && unit.scenarioKey !== "");
  const { scenarioKey, environmentKey, environmentLabel } = episode ?? (first.scenarioKey ? first : second);
  return { scenarioKey, environmentKey, environmentLabel };
}

/** Gives each text a number: its place among all texts in sorted order; empty texts get −1. */
function numberTexts(texts: readonly string[]): { names: string[]; numbers: number[] } {
  const names = [...new Set(texts)].filter((text) => text !== "").sort();
  const places = new Map(names.map((name, place) => [name, place]));
  return { names, numbers: texts.map((text) => places.get(text) ?? -1) };
}

/** Lays out joined units (sorted by item) as a table of columns with its items, clusters, scenarios and policies. */
export function buildUnitTable(units: readonly BlockUnit[]): UnitTable {
  const item = new Int32Array(units.length);
  const firsts: BlockUnit[] = [];
  // A file may tell the chance of an item beside one of its agents alone.
  const chances: (number | null)[] = [];
  units.forEach((unit, place) => {
    if (firsts.at(-1)?.itemKey !== unit.itemKey) firsts.push(unit);
    item[place] = firsts.length - 1;
    chances[item[place]!] ??= unit.inclusionProbability;
  });
  const clusters = numberTexts(firsts.map((unit) => unit.clusterKey || unit.itemKey));
  const scenarios = numberTexts(firsts.map((unit) => unit.scenarioKey));
  const environments = numberTexts(firsts.map((unit) => unit.environmentKey));
  const environmentLabels = new Map(firsts.map((unit) => [unit.environmentKey, unit.environmentLabel]));
  const policies = numberTexts([...units.map((unit) => unit.policy), ...units.map((unit) => unit.partnerPolicy)]);
  return {
    count: units.length,
    item,
    agent: Uint8Array.from(units, (unit) => unit.agent),
    policy: Int16Array.from(policies.numbers.slice(0, units.length)),
    partnerPolicy: Int16Array.from(policies.numbers.slice(units.length)),
    role: Uint8Array.from(units, (unit) => SEAT_ROLES.indexOf(unit.role)),
    policies: policies.names,
    items: {
      key: firsts.map((unit) => unit.itemKey),
      episodeId: firsts.map((unit) => unit.episodeId),
      label: firsts.map((unit) => unit.label || unit.itemKey),
      cluster: Int32Array.from(clusters.numbers),
      clusters: clusters.names,
      scenario: Int32Array.from(scenarios.numbers),
      scenarios: scenarios.names,
      environment: Int32Array.from(environments.numbers),
      environments: environments.names.map((key) => ({ key, label: environmentLabels.get(key) || key })),
      inclusionProbability: Float64Array.from(chances, (chance) => chance ?? Number.NaN),
      words: Int32Array.from(firsts, (unit) => unit.words),
      turns: Int32Array.from(firsts, (unit) => unit.turns),
      sampling: Uint8Array.from(firsts, (unit) => SAMPLINGS.indexOf(unit.sampling)),
    },
  };
}
