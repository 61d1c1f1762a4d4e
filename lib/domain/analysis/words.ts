import type { RatingColumns } from "./columns.ts";
import type { PolicyFacts, RatingCounts } from "./findings/common.ts";
import type { AnalysisQuestion } from "./question.ts";

const AGENTS = {
  learner: "the agent under study",
  both: "both agents",
  partner: "the partner of the agent under study",
} as const;

const LEFT_OUT = [
  ["duplicates", "repeated row", "repeated rows"],
  ["excluded", "rating of an excluded rater", "ratings of excluded raters"],
  ["leftOutRaters", "rating of a rater left out here", "ratings of raters left out here"],
  ["otherPolicies", "rating of another policy", "ratings of other policies"],
  ["otherAgents", "rating of another seat", "ratings of the other seat"],
  ["otherDimensions", "rating on another dimension", "ratings on other dimensions"],
  ["otherPartners", "rating beside another partner", "ratings beside other partners"],
  ["otherScenarios", "rating in another scenario", "ratings in other scenarios"],
  ["otherPeople", "rating by other people", "ratings by other people"],
  ["chosenByHand", "rating of an item that was chosen by hand", "ratings of items that were chosen by hand"],
  ["secondRatings", "second rating by the same person", "second ratings by the same person"],
] as const;

/** What stands beside a number that rests on fewer than 5 items, pairs or policies. */
export const TOO_FEW = "too few to interpret";
/** Below this many pairs a correlation is too few to interpret, and stays out of a mean over policies. */
export const FEWEST_PAIRS = 5;
/** The name of what is over all policies together. */
export const POOLED = "All policies pooled";

/** So many names are read out; more are counted, and stand in the settings. */
const NAMED = 3;

/** What a filter sentence speaks of: the tables of the columns, the policies that are shown, what entered. */
type Filtered = {
  columns: Pick<RatingColumns, "units" | "sources">;
  policies: readonly PolicyFacts[];
  counts: RatingCounts;
  hasAgents: boolean;
};

/** The filters of a question in a few sentences, as they stand above every figure and in every export. */
export function filterSentence(question: AnalysisQuestion, { columns, policies, counts, hasAgents }: Filtered): string {
  const names = listInWords(policies.map((policy) => policy.label));
  const compared = policies.length === 0 ? "No policy" : names;
  const parts = LEFT_OUT.flatMap(([reason, one, many]) => {
    const count = counts.leftOut[reason];
    return count > 0 ? [`${wholeNumber(count)} ${count === 1 ? one : many}`] : [];
  });
  const leftOut = parts.length > 0 ? ` Left out: ${parts.join(", ")}.` : "";
  const duplicates = question.keepDuplicates ? "" : " Repeated rows count once.";
  const agents = hasAgents
    ? `; ${AGENTS[question.whichAgent]} ${question.whichAgent === "both" ? "count" : "counts"}`
    : "";
  return `${compared}${agents}.${narrowing(question, columns)}${duplicates}${leftOut}`;
}

/** What a question is narrowed to beside its policies: partners, scenarios, groups of people. */
function narrowing(
  { onlyPartners, onlyScenarios, onlyPeople }: AnalysisQuestion,
  { units, sources }: Filtered["columns"],
): string {
  const { environments } = units.items;
  const scenarios = onlyScenarios.map((key) => environments.find((one) => one.key === key)?.label ?? key);
  const people = onlyPeople.map((id) => sources.find((one) => one.id === id)?.name ?? "a source without ratings");
  return [
    onlyPartners.length > 0 ? ` Partner: ${someInWords(onlyPartners, "policies")}.` : "",
    scenarios.length > 0
      ? ` Only ${scenarios.length > NAMED ? `${scenarios.length} scenarios` : `in ${quoted(scenarios)}`}.`
      : "",
    people.length > 0 ? ` Only people of ${someInWords(people, "sources")}.` : "",
  ].join("");
}

function someInWords(names: readonly string[], noun: string): string {
  return names.length > NAMED ? `${names.length} ${noun}` : listInWords(names);
}

function quoted(names: readonly string[]): string {
  return listInWords(names.map((name) => `“${name}”`));
}

/** Who rated, in words: “7 people”, “3 places of a list”, or both. */
export function raterWords({
  humanRaters,
  humanPositions,
}: Pick<RatingCounts, "humanRaters" | "humanPositions">): string {
  const people = humanRaters - humanPositions;
  const places = `${wholeNumber(humanPositions)} ${humanPositions === 1 ? "place" : "places"} of a list`;
  if (humanPositions > 0 && people === 0) return places;
  const persons = `${wholeNumber(people)} ${people === 1 ? "person" : "people"}`;
  return humanPositions > 0 ? `${persons} and ${places}` : persons;
}

/** “a, b and c”. */
export function listInWords(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** A whole number with a comma between thousands. */
export function wholeNumber(value: number): string {
  return value.toLocaleString("en-US");
}

/** A number with one decimal (two below 0.1), with a true minus sign: for generated sentences. */
export function inWords(value: number, { signed = false }: { signed?: boolean } = {}): string {
  const size = Math.abs(value);
  const digits = size !== 0 && size < 0.095 ? 2 : 1;
  const text = size.toFixed(digits);
  const isZero = Number(text) === 0;
  if (value < 0 && !isZero) return `−${text}`;
  return signed && !isZero ? `+${text}` : text;
}

/** “p = 0.012”, or “p < 0.001”. */
export function pInWords(p: number): string {
  return p < 0.001 ? "p < 0.001" : `p = ${p.toFixed(3)}`;
}

/** “[1.0, 1.8]”. */
export function intervalInWords([low, high]: readonly [number, number]): string {
  return `[${inWords(low)}, ${inWords(high)}]`;
}

/** A band of scores in words: “0 to 3”, or “3” where it holds one score. */
export function bandWords({ from, to }: { from: number; to: number }): string {
  const [low, high] = [from, to].map((end) => wholeNumber(Math.round(end)).replace("-", "−"));
  return from === to ? low! : `${low} to ${high}`;
}
