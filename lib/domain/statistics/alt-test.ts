import { type AltTestOutcome, testAdvantage } from "./alt-test-decision.ts";
import { type AltTestScoring, type Duel, duelsOf } from "./alt-test-duels.ts";
import { type Clusters, clusterSizes, packClusters } from "./clusters.ts";
import { effectiveCount } from "./effective-count.ts";
import type { MeasureCard } from "./measure-card.ts";
import { type Measured, measured, notDefined } from "./measured.ts";
import { sampleVariance } from "./moments.ts";
import { adjustP } from "./p-adjust.ts";
import type { RaterRows } from "./rater-rows.ts";

/** How the test is made; {@link ALT_TEST_DEFAULTS} are the usual choices. */
export type AltTestOptions = {
  scoring: AltTestScoring;
  /** What the judge may be worse by, as a price for a human: .2 experts, .15 trained people, .1 crowd. */
  epsilon: number;
  /** False discovery rate over the humans. */
  q: number;
  minHumansPerItem: number;
  /** Units (items, or episodes) that a human needs to be tested. */
  minUnitsPerHuman: number;
  /** Test the means of episodes, because items of one episode depend on each other. */
  perEpisode: boolean;
};

/** The authors' limits, with the price for crowd workers, tested per episode. */
export const ALT_TEST_DEFAULTS: AltTestOptions = {
  scoring: "neg_rmse",
  epsilon: 0.1,
  q: 0.05,
  minHumansPerItem: 2,
  minUnitsPerHuman: 30,
  perEpisode: true,
};

/** One human against the judge. `items` are those rated with somebody else, `units` what the test counts. */
export type AltTestHuman = AltTestOutcome & {
  rater: number;
  items: number;
  units: number;
  /** How many independent items the advantage is worth, for its interval. */
  effectiveItems: number;
  /** Share of items on which the judge is at least as close to the other humans as this human is; null without items. */
  advantage: number | null;
  /** Mean of human wins minus judge wins over units and its standard error: with them p follows for any price. */
  meanDifference: number | null;
  standardError: number | null;
  /** The judge beats this human at the price, after Benjamini–Yekutieli; never for an exploratory p-value. */
  rejected: boolean;
};

/** `winningRate` is over the tested humans; `advantage` too, or over all with overlap where nobody could be tested. */
export type AltTest = { winningRate: Measured; advantage: Measured; passed: boolean; humans: AltTestHuman[] };

/**
 * The alternative annotator test: could the judge stand in for any one human? For every human and item the judge and the
 * human are scored against the remaining humans; H0 says that the human wins by `epsilon` or more. The judge passes where
 * it beats at least half of the humans. `judge[i]` is the score of item i (null: none), `clusters[i]` its episode.
 * Calderon, Reichart & Dror 2025; statistics.md 11.
 */
export function altTest(
  rows: RaterRows,
  judge: ArrayLike<number | null>,
  clusters: ArrayLike<number>,
  options: AltTestOptions = ALT_TEST_DEFAULTS,
): AltTest {
  const duels = duelsOf(rows, judge, options);
  const outcomes = duels.map((own, rater) => outcomeOf(own, rater, clusters, options));
  const tested = outcomes.map(({ p, exploratory }) => (exploratory ? null : p));
  const adjusted = adjustP(tested, "by");
  const humans = outcomes.map((outcome, rater) => {
    const own = adjusted[rater] ?? null;
    return { ...outcome, rejected: own !== null && own <= options.q };
  });
  return { ...summary(humans), humans };
}

function summary(humans: readonly AltTestHuman[]): Omit<AltTest, "humans"> {
  const compared = humans.filter(({ advantage }) => advantage !== null);
  const tested = compared.filter(({ p, exploratory }) => p !== null && !exploratory);
  const counted = tested.length > 0 ? tested : compared;
  const rate = tested.filter(({ rejected }) => rejected).length / tested.length;
  const advantage = counted.reduce((sum, human) => sum + (human.advantage ?? 0), 0) / counted.length;
  return {
    winningRate: tested.length > 0 ? measured(rate) : notDefined("no_data"),
    advantage: counted.length > 0 ? measured(advantage) : notDefined("no_item_with_two_ratings"),
    passed: tested.length > 0 && rate >= 0.5,
  };
}

function outcomeOf(duels: readonly Duel[], rater: number, clusters: ArrayLike<number>, options: AltTestOptions) {
  const episodes = packClusters(duels.map(({ item }) => clusters[item]!));
  const units = unitsOf(duels, options.perEpisode ? episodes : packClusters(duels.map(({ item }) => item)));
  const advantage = duels.length > 0 ? mean(duels.map(({ judgeWins }) => judgeWins)) : null;
  const outcome = testAdvantage(units, options.epsilon, options.minUnitsPerHuman);
  return {
    rater,
    items: duels.length,
    units: units.length,
    effectiveItems: effectiveCount(
      duels.map(({ judgeWins }) => judgeWins),
      episodes,
    ),
    advantage,
    ...spreadOf(units),
    rejected: false,
    ...outcome,
  };
}

/** The mean of human wins minus judge wins of each unit (`units` has that of each duel). */
function unitsOf(duels: readonly Duel[], units: Clusters): number[] {
  const [sums, sizes] = [new Float64Array(units.count), clusterSizes(units)];
  for (let i = 0; i < duels.length; i += 1) sums[units.of[i]!]! += duels[i]!.humanWins - duels[i]!.judgeWins;
  return Array.from(sums, (sum, unit) => sum / sizes[unit]!);
}

function spreadOf(units: readonly number[]): Pick<AltTestHuman, "meanDifference" | "standardError"> {
  if (units.length === 0) return { meanDifference: null, standardError: null };
  if (units.length === 1) return { meanDifference: mean(units), standardError: null };
  return { meanDifference: mean(units), standardError: Math.sqrt(sampleVariance(units) / units.length) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

type AltTestExample = { humans: readonly (readonly [string, string, number])[]; judge: readonly number[] };

/** The card of the winning rate. */
export const altTestCard: MeasureCard<AltTestExample> = {
  id: "alt_test_winning_rate",
  name: "Winning rate of the judge",
  meaning:
    "Share of the humans whom the judge could replace: on common items it is at least as close to the remaining humans, give or take the price of a human.",
  range: "0 to 1; from 0.5 on the judge passes.",
  undefinedWhen: "No human shares enough items with others.",
  source: "Calderon, Reichart & Dror 2025, The Alternative Annotator Test",
  example: {
    words: "On 30 items Anna gives 5, Ben 7 and the judge 6: it is closer to each of them than the other one is.",
    input: {
      humans: Array.from({ length: 30 }, (_, item) => [
        ["Anna", `item ${item}`, 5] as const,
        ["Ben", `item ${item}`, 7] as const,
      ]).flat(),
      judge: new Array<number>(30).fill(6),
    },
    value: 1,
  },
};

/** The card of the advantage probability. */
export const altTestAdvantageCard: MeasureCard<AltTestExample> = {
  id: "alt_test_advantage",
  name: "Advantage of the judge",
  meaning:
    "How often the judge is at least as close to the other humans as one of them is, averaged over the humans. Ties count for the judge.",
  range: "0: never; 1: always; a judge as good as one more human is at 0.5 or, with ties, above.",
  undefinedWhen: "No item with a judge score has two human ratings.",
  source: "Calderon, Reichart & Dror 2025, The Alternative Annotator Test",
  example: {
    words: "Anna rates 5 and 7, Ben 6 and 7, the judge 6 and 9: it is as close as each of them on one of two items.",
    input: {
      humans: [
        ["Anna", "first", 5],
        ["Ben", "first", 6],
        ["Anna", "second", 7],
        ["Ben", "second", 7],
      ],
      judge: [6, 9],
    },
    value: 0.5,
  },
};
