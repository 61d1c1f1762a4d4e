import { gwetOfPatterns } from "#lib/domain/statistics/gwet-ac.ts";
import { oneWayIccOfPatterns, oneWayInterval } from "#lib/domain/statistics/icc-one-way.ts";
import { type ItemPatterns, itemPatterns, type PatternStatistic } from "#lib/domain/statistics/item-patterns.ts";
import { alphaOfPatterns } from "#lib/domain/statistics/krippendorff-alpha.ts";
import { meanReliabilityInterval, toldReliability } from "#lib/domain/statistics/mean-reliability.ts";
import type { Measured } from "#lib/domain/statistics/measured.ts";
import { pairwiseAgreement, pairwiseAgreementOfPatterns } from "#lib/domain/statistics/pairwise-agreement.ts";
import { type InformativeClusters, patternBootstrap } from "#lib/domain/statistics/pattern-bootstrap.ts";
import { reliabilityCeiling } from "#lib/domain/statistics/reliability-ceiling.ts";
import { ratingsNeeded } from "#lib/domain/statistics/spearman-brown.ts";
import { clustersOfVariance, countVariedClusters } from "#lib/domain/statistics/varied-clusters.ts";
import type { AnalysisDimension } from "../columns.ts";
import { type AnalysisContext, eachDimension, resamplingOf } from "../context.ts";
import { bootstrapped, withInterval } from "../estimates.ts";
import type { AgreementFinding, AgreementHeadline, AgreementRow } from "../findings/agreement.ts";
import type { Estimate } from "../findings/common.ts";
import { buildHead } from "../head.ts";
import { scaleHistogram } from "../histograms.ts";
import { type HumanItems, humanItems, humanRatings, withinReliability } from "../human-items.ts";
import { findJudgeAgreement, findJudgeWithinPolicies } from "./judge-agreement.ts";
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
      withExcluded: whole && headlineOf(whole, place),
    })),
  };
}

/** What is told once more of all raters: only its own coefficients are resampled. */
function headlineOf(context: AnalysisContext, place: number): AgreementHeadline {
  const material = materialOf(context, place);
  const { withinOne, alphaOrdinal, ac2, iccSingle, iccMean } = material.statistics;
  const found = estimateCoefficients(context, material, { withinOne, alphaOrdinal, ac2, iccSingle, iccMean });
  return {
    items: material.counts.items,
    raters: material.raters.length,
    variedClusters: material.variedClusters,
    withinOne: found.withinOne,
    alphaOrdinal: found.alphaOrdinal,
    ac2: found.ac2,
    iccMean: withLimitsOf(context, material, found).iccMean,
    judgeWithinPolicies: findJudgeWithinPolicies(context, place),
  };
}

/** Single ratings of one dimension, who gave them, and the coefficients that are asked of them. */
function materialOf(context: AnalysisContext, place: number) {
  const ratings = humanRatings(context, place);
  const raters = [...new Set(ratings.map((rating) => context.columns.rater[rating]!))];
  const items = humanItems(context, place);
  const patterns = itemPatterns(items);
  const categories = scaleValues(context.columns.dimensions[place]!, patterns.values);
  return {
    ratings,
    raters,
    items,
    patterns,
    counts: countItems(items),
    variedClusters: countVariedClusters(items),
    statistics: coefficientsOf(patterns, categories),
    icc: oneWayIccOfPatterns(patterns)(patterns.counts),
  };
}

type Material = ReturnType<typeof materialOf>;

/** A row by itself, without those who are left out. */
type OwnRow = Omit<AgreementRow, "withExcluded">;

function rowOf(context: AnalysisContext, place: number): OwnRow {
  const dimension = context.columns.dimensions[place]!;
  const material = materialOf(context, place);
  const { ratings, raters, items, counts, variedClusters, icc } = material;
  const coefficients = estimateCoefficients(context, material, material.statistics);
  const ceiling = reliabilityCeiling(withinReliability(context, place).icc1k);
  const needed = icc.icc1.value === null ? null : ratingsNeeded(icc.icc1.value, WANTED_RELIABILITY).value;
  return {
    dimension,
    ...counts,
    secondRatings: context.humanRatings[place]!.length - ratings.length,
    raters: raters.length,
    positions: raters.filter((rater) => context.columns.raters[rater]!.isPosition).length,
    isThin: counts.items < FEWEST_ITEMS,
    variedClusters,
    ...coefficients,
    exact: pairwiseAgreement(items, 0),
    ...withLimitsOf(context, material, coefficients),
    ratingsPerItem: icc.m0,
    ratingsForReliability: needed,
    ceiling,
    pooledCeiling: reliabilityCeiling(icc.icc1k),
    distribution: scaleHistogram(items.scores, dimension),
    ...findJudgeAgreement(context, place, ceiling),
    paperCompatible: paperCompatible(context, place),
  };
}

type CoefficientName = "withinOne" | "alphaInterval" | "alphaOrdinal" | "ac2" | "iccSingle" | "iccMean";
const OF_VARIANCE: readonly CoefficientName[] = ["alphaInterval", "alphaOrdinal", "iccSingle", "iccMean"];
type Coefficients<Name extends CoefficientName> = Record<Name, PatternStatistic<Measured>>;

function coefficientsOf(patterns: ItemPatterns, categories: Float64Array): Coefficients<CoefficientName> {
  const icc = oneWayIccOfPatterns(patterns);
  return {
    withinOne: pairwiseAgreementOfPatterns(patterns, 1),
    alphaInterval: alphaOfPatterns(patterns, "interval"),
    alphaOrdinal: alphaOfPatterns(patterns, "ordinal"),
    ac2: gwetOfPatterns(patterns, categories, "quadratic"),
    iccSingle: (counts) => icc(counts).icc1,
    iccMean: (counts) => icc(counts).icc1k,
  };
}

/**
 * Every coefficient with the interval of one bootstrap of episodes, or without intervals when nothing is resampled. What
 * compares variances rests on the clusters that vary.
 */
function estimateCoefficients<Name extends CoefficientName>(
  context: AnalysisContext,
  { patterns, counts: { items }, variedClusters }: Pick<Material, "patterns" | "counts" | "variedClusters">,
  statistics: Coefficients<Name>,
): Record<Name, Estimate> {
  const counts = { n: items, clusters: patterns.pairedClusters };
  const varied = clustersOfVariance(patterns, variedClusters);
  const informative = Object.fromEntries(OF_VARIANCE.map((name) => [name, varied])) as InformativeClusters<Name>;
  const names = Object.keys(statistics) as Name[];
  const estimate = context.resample ? patternBootstrap(patterns, statistics, resamplingOf(context), informative) : null;
  const pairs = names.map((name) => {
    const found = estimate?.[name];
    return [
      name,
      found
        ? bootstrapped(found.estimate, found, counts)
        : withInterval(statistics[name](patterns.counts), null, counts),
    ];
  });
  return Object.fromEntries(pairs) as Record<Name, Estimate>;
}

/**
 * Both ICC with their limits: from resamples where there are any, else the exact ones of the classic coefficient. The limits of
 * ICC(1,k) are those of ICC(1,1) for a mean: it has no lower end, so the scale on which coefficients are resampled is not its own.
 */
function withLimitsOf(
  { question }: AnalysisContext,
  { icc }: Pick<Material, "icc">,
  { iccSingle: resampled, iccMean }: Record<"iccSingle" | "iccMean", Estimate>,
): Record<"iccSingle" | "iccMean", Estimate> {
  const exact = icc.icc1.value === null ? null : oneWayInterval(icc, question.confidence);
  const iccSingle = resampled.interval ? resampled : { ...resampled, interval: exact };
  const { value, reason } = toldReliability(icc.icc1k);
  if (value === null || icc.m0 === null) return { iccSingle, iccMean: { ...iccMean, ...NO_VALUE, reason } };
  const interval = iccSingle.interval && meanReliabilityInterval(iccSingle.interval, icc.m0);
  return { iccSingle, iccMean: { ...iccSingle, value, se: iccMean.se, interval } };
}

const NO_VALUE = { value: null, se: null, interval: null } as const;

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
