import type { EpisodeFilter, EpisodeSort } from "#lib/domain/episodes/filter.ts";

/** The orders of the list in words. */
export const SORT_LABELS: Record<EpisodeSort, string> = {
  newest: "Newest import first",
  oldest: "Oldest import first",
  "turns-most": "Most turns first",
  "turns-fewest": "Fewest turns first",
  "source-id": "By source id",
};

const RATED = {
  judge: "rated by a judge",
  human: "rated by people",
  both: "rated by a judge and by people",
  none: "not rated yet",
} as const;
const PROMPT = {
  matches: "with a stored prompt of its own",
  foreign: "with a stored prompt that belongs to something else",
  unverified: "with a stored prompt that could not be checked",
  absent: "without a stored prompt",
} as const;

function turnsWords({ turnsFrom, turnsTo }: EpisodeFilter): string | null {
  if (turnsFrom !== undefined && turnsTo !== undefined) return `of ${turnsFrom} to ${turnsTo} turns`;
  if (turnsFrom !== undefined) return `of at least ${turnsFrom} turns`;
  return turnsTo === undefined ? null : `of at most ${turnsTo} turns`;
}

function policyWords({ policy, partner }: EpisodeFilter): string | null {
  if (policy && partner) return `played by ${policy} and ${partner}`;
  const one = policy ?? partner;
  return one ? `with ${one} in a seat` : null;
}

/** A filter as the end of a sentence: “with gpt-4 in a seat, in the hard set”. Empty when nothing is asked. */
export function filterWords(filter: EpisodeFilter): string {
  const parts = [
    filter.search ? `mentioning “${filter.search}”` : null,
    policyWords(filter),
    filter.scenario ? `in the scenario ${filter.scenario}` : null,
    filter.scenarioId ? `of the scenario ${filter.scenarioId}` : null,
    filter.hard === "only" ? "in the hard set" : filter.hard === "without" ? "outside the hard set" : null,
    filter.rated ? RATED[filter.rated] : null,
    turnsWords(filter),
    filter.tag ? `tagged ${filter.tag}` : null,
    filter.sourceFile ? `from ${filter.sourceFile}` : null,
    filter.importId ? "from one import" : null,
    filter.conflict === "open" ? "with a conflict to decide" : filter.conflict ? "set aside" : null,
    filter.prompt ? PROMPT[filter.prompt] : null,
    filter.demo === "only" ? "of the demo" : filter.demo ? "without the demo" : null,
  ];
  return parts.filter((part) => part !== null).join(", ");
}
