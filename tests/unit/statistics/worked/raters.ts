import { altTest, altTestAdvantageCard, altTestCard } from "#lib/domain/statistics/alt-test.ts";
import { annotatorQuality } from "#lib/domain/statistics/annotator-quality.ts";
import { goldAccuracy, goldAccuracyCard } from "#lib/domain/statistics/gold-accuracy.ts";
import { leaveOneOut, leaveOneOutCard } from "#lib/domain/statistics/leave-one-out.ts";
import { leniencyAdjustedCard, leniencyAdjustedMeans } from "#lib/domain/statistics/leniency-adjusted.ts";
import { raterRows } from "#lib/domain/statistics/rater-rows.ts";
import { raterSeverity, raterSeverityCard } from "#lib/domain/statistics/rater-severity.ts";
import {
  raterSeverityModel,
  raterSeverityModelCard,
  raterShare,
  raterShareCard,
  reliabilityOfMean,
  reliabilityOfMeanCard,
} from "#lib/domain/statistics/rater-severity-model.ts";
import {
  logTimeScores,
  paceCard,
  ratingTime,
  readingSpeedCard,
  type TimedSubmission,
} from "#lib/domain/statistics/rating-time.ts";
import {
  meanExpectedByChance,
  sameByChanceCard,
  sameNumberCard,
  sameNumberCount,
} from "#lib/domain/statistics/same-across.ts";
import {
  longestRun,
  longestRunCard,
  modalShareCard,
  runByChanceCard,
  runExpectedByChance,
  straightLining,
} from "#lib/domain/statistics/straight-lining.ts";
import { worked } from "./worked.ts";

type Row = readonly [string, string, number];

function altTestOf({ humans, judge }: { humans: readonly Row[]; judge: readonly number[] }) {
  const rows = raterRows(humans);
  return altTest(rows, judge, Int32Array.from(rows.itemIds.keys()));
}

function timed(seconds: number, words: number | null = null): TimedSubmission {
  return { seconds, words, lengthClass: "any" };
}

/** Single raters, and the judge as one of them. */
export const RATER_EXAMPLES = [
  worked(raterSeverityCard, [raterSeverity], (rows) => raterSeverity(raterRows(rows)).severity?.[0]?.value),
  worked(
    raterSeverityModelCard,
    [raterSeverityModel],
    (rows) => raterSeverityModel(raterRows(rows)).model?.severity[0]?.value,
  ),
  worked(
    leniencyAdjustedCard,
    [leniencyAdjustedMeans],
    ({ ratings, leniency }) => leniencyAdjustedMeans(raterRows(ratings), leniency)[0],
  ),
  worked(raterShareCard, [raterShare], raterShare),
  worked(reliabilityOfMeanCard, [reliabilityOfMean], ({ variance, k }) => reliabilityOfMean(variance, k)),
  worked(
    leaveOneOutCard,
    [leaveOneOut, annotatorQuality],
    (rows) => leaveOneOut(raterRows(rows), [0, 1])[0]?.bias.value,
  ),
  worked(modalShareCard, [straightLining], ({ ratings }) => straightLining(ratings).modalShare),
  worked(longestRunCard, [longestRun], ({ ratings }) => longestRun(ratings)),
  worked(runByChanceCard, [runExpectedByChance], ({ pool, length }) => runExpectedByChance(pool, length, { seed: 1 })),
  worked(sameNumberCard, [sameNumberCount], ({ scores }) => sameNumberCount(scores)),
  worked(sameByChanceCard, [meanExpectedByChance], ({ pool, count }) => meanExpectedByChance(pool, count, { seed: 1 })),
  worked(paceCard, [logTimeScores], ({ seconds, at }) => logTimeScores(seconds.map((each) => timed(each)))[at]),
  worked(
    readingSpeedCard,
    [ratingTime],
    ({ seconds, words }) => ratingTime([timed(seconds, words)], []).wordsPerSecond,
  ),
  worked(goldAccuracyCard, [goldAccuracy], (ratings) => goldAccuracy(ratings, 1).share),
  worked(altTestCard, [altTest], (duels) => altTestOf(duels).winningRate.value),
  worked(altTestAdvantageCard, [altTest], (duels) => altTestOf(duels).advantage.value),
];
