import { gwetOfPatterns } from "#lib/domain/statistics/gwet-ac.ts";
import { oneWayIcc, oneWayIccOfPatterns, oneWayInterval } from "#lib/domain/statistics/icc-one-way.ts";
import { type ItemPatterns, itemPatterns, type PatternStatistic } from "#lib/domain/statistics/item-patterns.ts";
import { alphaOfPatterns } from "#lib/domain/statistics/krippendorff-alpha.ts";
import type { Measured } from "#lib/domain/statistics/measured.ts";
import { pairwiseAgreement, pairwiseAgreementOfPatterns } from "#lib/domain/statistics/pairwise-agreement.ts";
import { patternBootstrap } from "#lib/domain/statistics/pattern-bootstrap.ts";
import { reliabilityCeiling } from "#lib/domain/statistics/reliability-ceiling.ts";
import { ratingsNeeded } from "#lib/domain/statistics/spearman-brown.ts";
import type { AnalysisDimension } from "../columns.ts";
import { type AnalysisContext, eachDimension, resamplingOf } from "../context.ts";
import { bootstrapped, withInterval } from "../estimates.ts";
import type { AgreementFinding, AgreementHeadline, AgreementRow } from "../findings/agreement.ts";
import type { Estimate } from "../findings/common.ts";
import { buildHead } from "../head.ts";
import { scaleHistogram } from "../histograms.ts";
import { type HumanItems, humanItems, humanRatings } from "../human-items.ts";
import { findJudgeAgreement } from "./judge-agreement.ts";
import { paperCompatible } from "./paper-compatible.ts";
import { withLeftOut } from "./with-left-out.ts";

/** Below this many items with two ratings a value is shown in grey as too few to interpret. */
const FEWEST_ITEMS = 5;
/** Reliability that a mean of ratings should have to be used as truth. */
const WANTED_RELIABILITY = 0.8;

/** View 6: whether people agree well enough to judge the judge. */
export function findAgreement(context: AnalysisContext): AgreementFinding {
  const whole = withLeftOut(context);
  return {
    ...buildHead(context, "people"),
    view: "agreement",
    rows: eachDimension(context, (place) => ({
      ...rowOf(context, place),
      withExcluded: whole && headlineOf(rowOf(whole, place)),
    })),
  };
}

function headlineOf({
  items,
  raters,
  withinOne,
  alphaOrdinal,
  ac2,
  iccMean,
  judgeWithinPolicies,
}: OwnRow): AgreementHeadline {
  return { items, raters, withinOne, alphaOrdinal, ac2, iccMean, judgeWithinPolicies };
}

/** A row by itself, without those who are left out. */
type OwnRow = Omit<AgreementRow, "withExcluded">;

function rowOf(context: AnalysisContext, place: number): OwnRow {
  const dimension = context.columns.dimensions[place]!;
  const ratings = humanRatings(context, place);
  const raters = [...new Set(ratings.map((rating) => context.columns.rater[rating]!))];
  const items = humanItems(context, place);
  const patterns = itemPatterns(items);
  const counts = countItems(items);
  const coefficients = estimateCoefficients(context, patterns, scaleValues(dimension, patterns.values), counts.items);
  const icc = oneWayIccOfPatterns(patterns)(patterns.counts);
  const ceiling = reliabilityCeiling(oneWayIcc(humanItems(context, place, { isCentred: true })).icc1k);
  const needed = icc.icc1.value === null ? null : ratingsNeeded(icc.icc1.value, WANTED_RELIABILITY).value;
  return {
    dimension,
    ...counts,
    secondRatings: context.humanRatings[place]!.length - ratings.length,
    raters: raters.length,
    positions: raters.filter((rater) => context.columns.raters[rater]!.isPosition).length,
    isThin: counts.items < FEWEST_ITEMS,
    variedClusters: countVaried(items),
    ...coefficients,
    exact: pairwiseAgreement(items, 0),
    iccSingle: orExact(coefficients.iccSingle, icc.icc1, oneWayInterval(icc, context.question.confidence)),
    ratingsPerItem: icc.m0,
    ratingsForReliability: needed,
    ceiling,
    pooledCeiling: reliabilityCeiling(icc.icc1k),
    distribution: scaleHistogram(items.scores, dimension),
    ...findJudgeAgreement(context, place, ceiling),
    paperCompatible: paperCompatible(context, place),
  };
}

type Coefficients = Pick<
  AgreementRow,
  "withinOne" | "alphaInterval" | "alphaOrdinal" | "ac2" | "iccSingle" | "iccMean"
>;

/** Every coefficient with the interval of one bootstrap of episodes, or without intervals when nothing is resampled. */
function estimateCoefficients(
  context: AnalysisContext,
  patterns: ItemPatterns,
  categories: Float64Array,
  n: number,
): Coefficients {
  const icc = oneWayIccOfPatterns(patterns);
  const statistics: Record<keyof Coefficients, PatternStatistic<Measured>> = {
    withinOne: pairwiseAgreementOfPatterns(patterns, 1),
    alphaInterval: alphaOfPatterns(patterns, "interval"),
    alphaOrdinal: alphaOfPatterns(patterns, "ordinal"),
    ac2: gwetOfPatterns(patterns, categories, "quadratic"),
    iccSingle: (counts) => icc(counts).icc1,
    iccMean: (counts) => icc(counts).icc1k,
  };
  const counts = { n, clusters: patterns.pairedClusters };
  const names = Object.keys(statistics) as (keyof Coefficients)[];
  if (!context.resample) {
    const plain = names.map((name) => [name, withInterval(statistics[name](patterns.counts), null, counts)]);
    return Object.fromEntries(plain);
  }
  const intervals = patternBootstrap(patterns, statistics, resamplingOf(context));
  return Object.fromEntries(
    names.map((name) => [name, bootstrapped(intervals[name].estimate, intervals[name], counts)]),
  ) as Coefficients;
}

/** The bootstrap interval where there is one; the exact F interval of the classic coefficient otherwise. */
function orExact(resampled: Estimate, icc: Measured, exact: Estimate["interval"]): Estimate {
  return resampled.interval ? resampled : { ...resampled, interval: icc.value === null ? null : exact };
}

/**
 * Every point of a scale, used or not: whole ones, or halves where half scores occur, so that the number of categories does
 * not depend on which of them were given. Scores between the halves are points of their own.
 */
export function scaleValues(
  { min, max, isWhole }: Pick<AnalysisDimension, "min" | "max" | "isWhole">,
  values: Float64Array,
): Float64Array {
  const step = isWhole ? 1 : 0.5;
  const points = Array.from({ length: Math.floor((max - min) / step) + 1 }, (_, i) => min + i * step);
  return Float64Array.from(new Set(isWhole ? points : [...points, max, ...values])).sort();
}

/** Clusters in which somebody gave an item with two ratings another score than the commonest of all. */
function countVaried({ starts, scores, clusters }: HumanItems): number {
  const counts = new Map<number, number>();
  for (const score of scores) counts.set(score, (counts.get(score) ?? 0) + 1);
  const [commonest] = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [Number.NaN, 0]);
  const varied = new Set<number>();
  for (let item = 0; item + 1 < starts.length; item += 1) {
    const own = scores.subarray(starts[item], starts[item + 1]);
    if (own.length > 1 && own.some((score) => score !== commonest)) varied.add(clusters[item]!);
  }
  return varied.size;
}

function countItems({ starts }: HumanItems): { items: number; ratings: number } {
  let items = 0;
  let ratings = 0;
  for (let item = 0; item + 1 < starts.length; item += 1) {
    const size = starts[item + 1]! - starts[item]!;
    if (size < 2) continue;
    items += 1;
    ratings += size;
  }
  return { items, ratings };
}
