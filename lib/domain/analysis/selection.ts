import { type AnalysisRater, type RatingColumns, SAMPLINGS } from "./columns.ts";
import type { RatingCounts } from "./findings/common.ts";
import type { AnalysisQuestion } from "./question.ts";
import { groupUnits, OTHER_AGENT, OTHER_PARTNER, OTHER_POLICY, OTHER_SCENARIO, type UnitGroups } from "./scope.ts";
import { secondRatings } from "./second-ratings.ts";

/** Which ratings count: `counts[rating]` is 1 for those that do. What was left out is counted by its first reason. */
export type Selection = { counts: Uint8Array; groups: UnitGroups; leftOut: RatingCounts["leftOut"] };

const LEFT_OUT = [
  "",
  "duplicates",
  "excluded",
  "leftOutRaters",
  "otherPolicies",
  "otherAgents",
  "otherDimensions",
  "otherPartners",
  "otherScenarios",
  "otherPeople",
  "secondRatings",
  "chosenByHand",
] as const;

/** The reason (a place in {@link LEFT_OUT}) for each mark of a unit that does not count. */
const REASON_OF: Record<number, number> = {
  [OTHER_POLICY]: 4,
  [OTHER_AGENT]: 5,
  [OTHER_PARTNER]: 7,
  [OTHER_SCENARIO]: 8,
};

/** What a view asks beside its question: `unselected` leaves ratings by people of items chosen by hand out. */
export type SelectionWish = { unselected?: boolean };

/** Applies a question's rules to every rating. O(ratings). */
export function selectRatings(
  columns: RatingColumns,
  question: AnalysisQuestion,
  { unselected = false }: SelectionWish = {},
): Selection {
  const groups = groupUnits(columns.units, question);
  const reasonOf = reasonFinder(columns, question, groups, unselected);
  const tally = new Int32Array(LEFT_OUT.length);
  const counts = new Uint8Array(columns.score.length);
  for (let rating = 0; rating < counts.length; rating += 1) {
    const reason = reasonOf(rating);
    tally[reason]! += 1;
    counts[rating] = Number(reason === 0);
  }
  if (!question.keepSecondRatings)
    for (const rating of secondRatings(columns, countedOfPeople(columns, counts))) {
      counts[rating] = 0;
      tally[LEFT_OUT.indexOf("secondRatings")]! += 1;
    }
  const leftOut = Object.fromEntries(LEFT_OUT.map((name, reason) => [name, tally[reason] ?? 0]).slice(1));
  return { counts, groups, leftOut: leftOut as RatingCounts["leftOut"] };
}

/** Says why a rating does not count (a place in {@link LEFT_OUT}), 0 for one that does. What is the same for all is looked up before. */
function reasonFinder(
  columns: RatingColumns,
  question: AnalysisQuestion,
  groups: UnitGroups,
  unselected: boolean,
): (rating: number) => number {
  const { duplicate, excluded, rater, dimension, unit, source } = columns;
  const { keepDuplicates, countExcluded } = question;
  const isRaterOut = columns.raters.map((one) => isNamed(one, question.leftOutRaters));
  const isDimensionOut = columns.dimensions.map(({ key }) => isOutside(question.dimensions, key));
  const isSourceOut = columns.sources.map(({ id }) => isOutside(question.onlyPeople, id));
  return (rating) => {
    if (duplicate[rating] === 1 && !keepDuplicates) return 1;
    if (excluded[rating] === 1 && !countExcluded) return 2;
    if (isRaterOut[rater[rating]!]) return 3;
    if (isDimensionOut[dimension[rating]!]) return 6;
    const group = groups.of[unit[rating]!]!;
    if (group < 0) return REASON_OF[group]!;
    // Judges have no source, and a place below 0 is slow to look up.
    if (source[rating]! >= 0 && isSourceOut[source[rating]!]) return 9;
    return unselected && isChosenByHand(columns, rating) ? 11 : 0;
  };
}

/** Whether one of these keys is that of a rater. */
export function isNamed({ key, otherKeys = [] }: AnalysisRater, keys: readonly string[]): boolean {
  return keys.includes(key) || otherKeys.some((other) => keys.includes(other));
}

/** The place of items that somebody chose by hand among {@link SAMPLINGS}. */
export const PURPOSIVE = SAMPLINGS.indexOf("purposive");

/** Whether a rating is by a person (judges have no source) and of an item that somebody chose by hand for people to rate. */
export function isChosenByHand({ source, unit, units }: RatingColumns, rating: number): boolean {
  return source[rating]! >= 0 && units.items.sampling[units.item[unit[rating]!]!] === PURPOSIVE;
}

function countedOfPeople(columns: RatingColumns, counts: Uint8Array): Int32Array {
  const isHuman = columns.raters.map((rater) => rater.kind === "human");
  const found = new Int32Array(counts.length);
  let count = 0;
  for (let rating = 0; rating < counts.length; rating += 1) {
    if (counts[rating] === 0 || !isHuman[columns.rater[rating]!]) continue;
    found[count] = rating;
    count += 1;
  }
  return found.slice(0, count);
}

/** Whether something is not among those asked for; nothing is where none is named. */
function isOutside(wanted: readonly string[], key: string): boolean {
  return wanted.length > 0 && !wanted.includes(key);
}
