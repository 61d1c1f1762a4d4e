import { type AnalysisContext, cellsOf, chosenByHand, clustersOfCells } from "../context.ts";
import type { FindingHead } from "../findings/common.ts";
import { withinReliability } from "../human-items.ts";
import { findLostSources, lostSourcesSentence } from "../lost-sources.ts";
import { findJudgeOverlaps, findSourceOverlaps } from "../source-overlap.ts";
import { inWords, listInWords, wholeNumber } from "../words.ts";
import { isRatedByLeftOut } from "./who-is-missing.ts";

/** Fewer clusters than this make every interval wide and every test weak. */
const FEW_CLUSTERS = 10;
/** So many damaged items are named; the others are counted. */
const NAMED_ITEMS = 3;
/** Below this reliability within policies the means of people are a poor yardstick. */
const POOR_RELIABILITY = 0.5;

/** What makes the answer doubtful, as sentences; empty where nothing does. */
export function findCautions(context: AnalysisContext, head: FindingHead): string[] {
  if (head.empty) return [];
  return [
    lostSources(context),
    mixedJudges(head),
    unknownVersions(context),
    ...sharedRatings(context),
    ...sharedJudgments(context),
    ...thinPolicies(context),
    poorReliability(context),
    chosenItems(context),
    damagedItems(context),
  ].flatMap((sentence) => (sentence === null ? [] : [sentence]));
}

/** A deletion changes numbers that somebody may have read before. */
function lostSources({ columns, question }: AnalysisContext): string | null {
  const sentence = lostSourcesSentence(findLostSources(columns, question));
  if (sentence === "") return null;
  return `${sentence} The numbers are without them. “Change question”, then “Choose other ratings”, says anew whose count.`;
}

function mixedJudges({ isMixedJudges, judge }: FindingHead): string | null {
  return isMixedJudges
    ? `Several judges are mixed (${judge}). A change of judge looks like a change of bias; choose one.`
    : null;
}

/** Files that name a judge without its version may each hold another version of it. */
function unknownVersions({ columns }: AnalysisContext): string | null {
  const unknown = columns.raters.filter((rater) => rater.kind === "judge" && rater.version === "");
  if (unknown.length === 0) return null;
  return unknown
    .map(
      ({ name, source }) =>
        `The version of ${name} is not known (${source}): if its ratings come from several versions, a change of judge looks like a change of bias.`,
    )
    .join(" ");
}

/** Two states of one file, read together: one person's ratings come twice. */
function sharedRatings({ columns, question }: AnalysisContext): string[] {
  return findSourceOverlaps(columns).map(({ sources: [one, other], shared, differing }) => {
    const files = one === other ? `Two sources named ${one}` : `${one} and ${other}`;
    const counted = question.keepSecondRatings
      ? "Each counts twice"
      : "Each counts once, and which of two scores it is says nothing";
    return `${files} hold ${shared} ratings by the same people of the same items, ${scoresOf(differing)}. ${counted}: leave one of the two out.`;
  });
}

/** One version of a judge, read from two files: each of its ratings comes twice, as if the judge had been asked again. */
function sharedJudgments({ columns, question }: AnalysisContext): string[] {
  return findJudgeOverlaps(columns, question.judges).map(
    ({ judge, sources, shared, differing }) =>
      `${shared} ratings by ${judge} of the same items came with more than one source (${sources}), ${scoresOf(differing)}. Each counts as one more draw of the judge: leave one of the sources out.`,
  );
}

function scoresOf(differing: number): string {
  return differing === 0 ? "all with the same scores" : `${differing} with another score`;
}

function thinPolicies(context: AnalysisContext): string[] {
  const sizes = context.selection.groups.policies.map(({ label, position }) => {
    const counts = context.dimensions.map((place) => {
      const cells = cellsOf(context, place, position, "both");
      return new Set(clustersOfCells(cells, context.clusters.within).of).size;
    });
    const clusters = Math.max(0, ...counts);
    const isLeftOut = clusters === 0 && context.dimensions.some((place) => isRatedByLeftOut(context, place, position));
    return { label, clusters, isLeftOut };
  });
  const namesOf = (few: typeof sizes) => listInWords(few.map(({ label }) => label));
  const without = sizes.filter(({ clusters }) => clusters === 0);
  const leftOut = without.filter(({ isLeftOut }) => isLeftOut);
  const none = without.filter(({ isLeftOut }) => !isLeftOut);
  const thin = sizes.filter(({ clusters }) => clusters > 0 && clusters < FEW_CLUSTERS);
  return [
    ...(none.length > 0
      ? [`No item of ${namesOf(none)} is rated by both sides: nothing can be said about ${itOrThem(none)}.`]
      : []),
    ...(leftOut.length > 0
      ? [
          `All who rated items of ${namesOf(leftOut)} are left out: nothing can be said about ${itOrThem(leftOut)} without those people.`,
        ]
      : []),
    ...(thin.length > 0
      ? [
          `Fewer than ${FEW_CLUSTERS} ${context.clusterFacts.noun[1]} are rated by both sides for ${namesOf(thin)}: read the intervals, not the dots.`,
        ]
      : []),
  ];
}

function itOrThem({ length }: readonly unknown[]): string {
  return length === 1 ? "it" : "them";
}

function poorReliability(context: AnalysisContext): string | null {
  const poor = context.dimensions.filter((place) => {
    const { icc1k } = withinReliability(context, place);
    return icc1k.reason === "no_reliability" || (icc1k.value !== null && icc1k.value < POOR_RELIABILITY);
  });
  return poor.length === 0
    ? null
    : `People hardly agree within policies on ${listInWords(poor.map((place) => context.columns.dimensions[place]!.name.toLowerCase()))}: the reliability of their mean is below ${POOR_RELIABILITY} there, so even a perfect judge could not be expected to correlate with it by more than ${inWords(Math.sqrt(POOR_RELIABILITY))}.`;
}

function chosenItems(context: AnalysisContext): string | null {
  const share = chosenByHand(context);
  if (share === "none") return null;
  return `${share === "all" ? "The" : "Some"} items were chosen by hand for people to rate, so means over them may not hold for all items.`;
}

/** Episodes of studies whose stored transcripts cannot be read: all that an analysis takes from those is their length. */
function damagedItems({ columns: { units } }: AnalysisContext): string | null {
  const damaged = units.items.key.filter((_, place) => units.items.words[place]! < 0);
  if (damaged.length === 0) return null;
  const more = damaged.length - NAMED_ITEMS;
  const names = [...damaged.slice(0, NAMED_ITEMS), ...(more > 0 ? [`${wholeNumber(more)} more`] : [])];
  return `The stored transcript of ${damaged.length === 1 ? "episode" : "episodes"} ${listInWords(names)} is damaged, so working times there are compared by turns and not by words. All its ratings count; the page of the episode says what is wrong in it and what to do.`;
}
