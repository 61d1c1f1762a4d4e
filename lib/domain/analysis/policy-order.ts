/** What the names of policies tell of their training, from the untrained model to the expert it learns from. */
const STAGES: readonly (readonly [RegExp, rank: number])[] = [
  [/^(gpt-?4\b|expert\b)/i, 5],
  [/(^|[-_ ])bc\s*[-_+ ]\s*(sr|self-?train|self-?reinforce)/i, 3],
  [/(^|[-_ ])bc($|[-_ ])/i, 2],
  [/(^|[-_ ])sr($|[-_ ])|self-?train|self-?reinforce/i, 1],
  [/(^|[-_ ])base($|[-_ ])|^mistral/i, 0],
];
/** Policies whose name tells nothing stand behind the trained ones and before the expert. */
const UNKNOWN = 4;
const EXPERT = 5;

function rankOf(name: string): number {
  return STAGES.find(([pattern]) => pattern.test(name))?.[1] ?? UNKNOWN;
}

/**
 * The order in which policies are compared where nobody chose one: base, SR, BC, BC+SR, expert where their names tell, else
 * as they come. The first is the base of the comparison.
 */
export function orderPolicies(names: readonly string[]): string[] {
  const tells = names.some((name) => ![UNKNOWN, EXPERT].includes(rankOf(name)));
  return tells ? [...names].sort((a, b) => rankOf(a) - rankOf(b)) : [...names];
}
