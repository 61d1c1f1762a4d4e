import type { AnalysisContext } from "../context.ts";
import type { BiasDifference, DimensionBias, PolicyBias } from "../findings/bias.ts";
import type { Estimate, FindingHead } from "../findings/common.ts";
import type { OverviewFinding, OverviewSentence } from "../findings/overview.ts";
import { buildHead } from "../head.ts";
import { intervalInWords, inWords, pInWords } from "../words.ts";
import { findDimensionBiases } from "./bias.ts";
import { findCautions } from "./cautions.ts";
import { pairFamilySize } from "./p-families.ts";

/** The dimension that the paper is about, and the headline wherever judge and people share a cell on it. */
const HEADLINE = "goal";

/** What the data show, in generated sentences, with the biases of all dimensions beside them. */
export function findOverview(context: AnalysisContext): OverviewFinding {
  const head = buildHead(context);
  const biases = findDimensionBiases(context);
  const headline = headlineOf(biases);
  return {
    ...head,
    view: "overview",
    headline: headline?.dimension.key ?? "",
    sentences:
      headline && head.empty === null ? [biasSentence(head, headline), differenceSentence(headline, biases)] : [],
    family: biases[0]?.family ?? "",
    byDimension: biases.map(({ dimension, policies, differences }) => ({
      dimension: dimension.key,
      policies,
      differences,
    })),
    cautions: findCautions(context, head),
  };
}

/** Goal where anything can be said on it; else the first dimension that compares policies, or that has a bias at all. */
function headlineOf(biases: readonly DimensionBias[]): DimensionBias | undefined {
  const goal = biases.find(({ dimension }) => dimension.key === HEADLINE);
  if (goal && definedBiases(goal).length > 0) return goal;
  return (
    biases.find(({ differences }) => definedPairs(differences).length > 0) ??
    biases.find((bias) => definedBiases(bias).length > 0) ??
    goal ??
    biases[0]
  );
}

/** “On goal, gpt-4 rates BC+SR 1.4 [1.0, 1.8] points above people.” The policy is the one that differs most from the base. */
function biasSentence(head: FindingHead, bias: DimensionBias): OverviewSentence {
  const row = headlineRow(bias);
  const place = `On ${bias.dimension.name.toLowerCase()}`;
  if (!row || row.bias.value === null)
    return {
      text: `${place} nothing can be said yet: judge and people share no rated item.`,
      isDefined: false,
      test: "",
    };
  const { value, interval } = row.bias;
  const judge = head.judge || "the judge";
  if (!interval)
    return {
      text: `${place}, ${judge} rates ${row.policy.label} ${besidePeople(value)}; ${withoutInterval(row.bias, head)}.${amongBiases(bias)}`,
      isDefined: true,
      test: "",
    };
  const doubt = interval[0] <= 0 && interval[1] >= 0 ? " The interval includes 0: the data do not show a bias." : "";
  return {
    text: `${place}, ${judge} rates ${row.policy.label} ${byHowMuch(value, intervalInWords(magnitude(value, interval)))}.${doubt}${withExcluded(row)}${amongBiases(bias)}`,
    isDefined: true,
    test: "",
  };
}

/**
 * “It rates the base 0.3 points above people; between the two biases lie 1.1 [0.5, 1.6] points, in favour of BC+SR.” Favoured
 * is who is rated higher against people, so that the direction reads the same whatever the signs.
 */
function differenceSentence(bias: DimensionBias, biases: readonly DimensionBias[]): OverviewSentence {
  const row = headlineRow(bias);
  const difference = bias.differences.find(({ policy }) => policy.label === row?.policy.label);
  const base = bias.policies.find(({ policy }) => policy.label === difference?.base.label);
  if (!difference?.difference.interval || difference.difference.value === null || !base || base.bias.value === null)
    return { text: whyNoDifference(bias, biases.length > 1), isDefined: false, test: "" };
  const { value, interval } = difference.difference;
  const size = `${inWords(Math.abs(value))} ${intervalInWords(magnitude(value, interval))}`;
  const doubt =
    interval[0] <= 0 && interval[1] >= 0 ? " The interval includes 0: the data do not show a difference." : "";
  return {
    text: `It rates ${difference.base.label} ${besidePeople(base.bias.value)}; between the two biases lie ${size} points, in favour of ${favoured(difference, value)}.${doubt}${differenceWithExcluded(difference)}${stretch(difference)}${amongPairs(bias, difference)}`,
    isDefined: true,
    test: testOf(bias, difference, pairFamilySize(biases)),
  };
}

/** What stands in the way of a comparison: fewer than two policies with a bias, a base without one, or no interval. */
function whyNoDifference(bias: DimensionBias, isOneOfSeveral: boolean): string {
  const place = isOneOfSeveral ? ` on ${bias.dimension.name.toLowerCase()}` : "";
  if (definedBiases(bias).length < 2)
    return `Policies cannot be compared yet${place}: the comparison needs at least two that judge and people both rated.`;
  const base = bias.differences[0]?.base.label;
  if (base !== undefined && definedBiases(bias).every(({ policy }) => policy.label !== base))
    return `Nothing can be compared with ${base}${place}, as judge and people share no rated item of it: choose another base.`;
  return `Policies cannot be compared yet${place}: there is no interval for the difference between them.`;
}

function withoutInterval({ clusters, value }: Estimate, { clusters: { noun } }: FindingHead): string {
  if (clusters === 1) return `with one ${noun[0]} there is no interval`;
  return `all differences are ${inWords(value ?? 0, { signed: true })}, so there is no interval`;
}

/** The same bias with the ratings counted that are left out, where any are. */
function withExcluded({ withExcluded: estimate }: PolicyBias): string {
  if (!estimate || estimate.value === null) return "";
  const limits = estimate.interval ? intervalInWords(magnitude(estimate.value, estimate.interval)) : "";
  return ` With the raters counted that are left out, it is ${byHowMuch(estimate.value, limits)}.`;
}

function favoured({ base, policy }: BiasDifference, value: number): string {
  return value < 0 ? base.label : policy.label;
}

/** The same difference with those ratings counted. */
function differenceWithExcluded(pair: BiasDifference): string {
  const { value = null, interval = null } = pair.withExcluded ?? {};
  if (value === null) return "";
  const limits = interval ? ` ${intervalInWords(magnitude(value, interval))}` : "";
  return ` With the raters counted that are left out, it is ${inWords(Math.abs(value))}${limits} points, in favour of ${favoured(pair, value)}.`;
}

/** Says that the policy was picked for its difference, where there was something to pick from. */
function amongPairs({ differences }: DimensionBias, { base, policy }: BiasDifference): string {
  const count = definedPairs(differences).length;
  if (count < 2) return "";
  return ` Of ${count} policies, ${policy.label} is the one that lies furthest above ${base.label}; as it was picked for that, the difference is probably overstated.`;
}

/** The p-value of a picked difference, adjusted over all that it was picked from and more. */
function testOf({ differences }: DimensionBias, { pAdjusted }: BiasDifference, familySize: number): string {
  if (definedPairs(differences).length < 2 || pAdjusted === null) return "";
  return `Adjusted by Holm over ${familySize} differences: ${pInWords(pAdjusted)}.`;
}

/** The same of the largest bias, where no pair decides of which policy is spoken. */
function amongBiases({ policies, differences }: DimensionBias): string {
  const count = definedBiases({ policies }).length;
  if (count < 2 || definedPairs(differences).length > 0) return "";
  return ` It is the largest bias of ${count} policies, picked for that.`;
}

function definedBiases({ policies }: Pick<DimensionBias, "policies">): PolicyBias[] {
  return policies.filter(({ bias }) => bias.value !== null);
}

function definedPairs(differences: readonly BiasDifference[]): BiasDifference[] {
  return differences.filter(({ difference }) => difference.value !== null);
}

/** “1.9 points below people”, or “level with people” where one decimal shows no distance. */
function besidePeople(value: number): string {
  if (Number(value.toFixed(1)) === 0) return "level with people";
  return byHowMuch(value);
}

/** Says so where the extra goes away once the judge’s stretching of the scale is taken out. */
function stretch({ difference, adjusted, adjustedForNoise }: BiasDifference): string {
  if (!difference.interval || (difference.interval[0] <= 0 && difference.interval[1] >= 0)) return "";
  const twins = [adjusted, adjustedForNoise].flatMap(({ interval }) => (interval ? [interval] : []));
  const coversZero = twins.some(([low, high]) => low <= 0 && high >= 0);
  return coversZero
    ? " Adjusted for the slope of the judge, the interval of this difference includes 0: the judge may stretch the scale for every policy alike."
    : "";
}

/** The policy whose bias lies furthest above that of the base; without pairs, the one with the largest bias. */
function headlineRow({ policies, differences }: DimensionBias): PolicyBias | undefined {
  const furthest = definedPairs(differences).reduce<BiasDifference | undefined>(
    (best, pair) => (best && best.difference.value! >= pair.difference.value! ? best : pair),
    undefined,
  );
  if (furthest) return policies.find(({ policy }) => policy.label === furthest.policy.label);
  return definedBiases({ policies }).sort((a, b) => Math.abs(b.bias.value!) - Math.abs(a.bias.value!))[0];
}

function byHowMuch(value: number, interval = ""): string {
  const size = `${inWords(Math.abs(value))}${interval && ` ${interval}`} points`;
  return value < 0 ? `${size} below people` : `${size} above people`;
}

/** Limits as sizes in the direction of the value: −1.4 [−1.8, −1.0] reads “1.4 [1.0, 1.8] below”. */
function magnitude(value: number, [low, high]: readonly [number, number]): [number, number] {
  return value < 0 ? [-high, -low] : [low, high];
}
