import type { PolicyCells } from "#lib/domain/statistics/cell-totals.ts";
import { clusterMean } from "#lib/domain/statistics/cluster-mean.ts";
import { clusteredPredictionPoweredMean } from "#lib/domain/statistics/clustered-prediction-powered-mean.ts";
import { joined, mean } from "#lib/domain/statistics/moments.ts";
import { predictionPoweredDifference } from "#lib/domain/statistics/prediction-powered-difference.ts";
import { type PolicyRank, rankIntervals } from "#lib/domain/statistics/rank-intervals.ts";
import type { DimensionCells } from "../cells.ts";
import { type AnalysisContext, asComparison, cellsOf, clustersOfCells } from "../context.ts";
import { noEstimate } from "../estimates.ts";
import type { Estimate, PolicyFacts } from "../findings/common.ts";
import type { DimensionLeaderboard, LeaderboardFinding, LeaderboardRow } from "../findings/leaderboard.ts";
import { buildHead } from "../head.ts";
import { describeSampling } from "../sampling.ts";
import { weightedMean } from "./weighted-mean.ts";

/** With fewer labelled clusters a row shows people only. */
const FEWEST_LABELLED_CLUSTERS = 4;

/**
 * View 2: what people would have said of every policy over all items that the judge rated. Rows are ranked against each
 * other, so every interval goes by the clusters of that comparison: people's, the debiased score's and the ties'.
 */
export function findLeaderboard(question: AnalysisContext): LeaderboardFinding {
  const context = asComparison(question);
  const head = buildHead(context, "people");
  const { sentence, refusal } = describeSampling(context);
  const why = head.isMixedJudges
    ? "Several judge versions are mixed, so no debiased score is given. Choose one judge."
    : refusal;
  const byDimension = context.dimensions.map((place) => leaderboardOf(context, place, why));
  return { ...head, view: "leaderboard", refusal: why, sampling: sentence, byDimension };
}

/** One policy's cells on one dimension: rated by people, by both, and by the judge alone. */
type BoardCells = {
  policy: PolicyFacts;
  human: DimensionCells;
  both: DimensionCells;
  judgeOnly: DimensionCells;
  cells: PolicyCells;
};

function leaderboardOf(context: AnalysisContext, place: number, refusal: string | null): DimensionLeaderboard {
  const all = context.selection.groups.policies.map((policy) => boardCells(context, place, policy));
  const ranks = refusal === null ? ranksOf(context, all) : all.map(() => null);
  const rows = all.map((cells, i) => rowOf(context, cells, refusal, ranks[i] ?? null));
  const order = [...rows.keys()].sort((a, b) => score(rows[b]!) - score(rows[a]!) || a - b);
  const sorted = order.map((i) => rows[i]!);
  const cells = order.map((i) => all[i]!);
  return { dimension: context.columns.dimensions[place]!, rows: sorted, ties: tiesOf(context, sorted, cells) };
}

/** What rows are sorted by; a row without any score sorts last. */
function score({ debiased, human }: LeaderboardRow): number {
  return debiased.value ?? human.value ?? Number.NEGATIVE_INFINITY;
}

function boardCells(context: AnalysisContext, place: number, policy: PolicyFacts): BoardCells {
  const both = cellsOf(context, place, policy.position, "both");
  const judgeOnly = cellsOf(context, place, policy.position, "judge-only");
  const clusters = context.clusters.between;
  const cells = {
    labelled: { human: both.human, judge: both.judge, clusters: clustersOfCells(both, clusters) },
    unlabelled: { judge: judgeOnly.judge, clusters: clustersOfCells(judgeOnly, clusters) },
  };
  return { policy, human: cellsOf(context, place, policy.position, "human"), both, judgeOnly, cells };
}

function rowOf(
  context: AnalysisContext,
  { policy, human: humanCells, both, judgeOnly, cells }: BoardCells,
  refusal: string | null,
  rank: PolicyRank | null,
): LeaderboardRow {
  const { confidence } = context.question;
  const { seNaive, seCr1, intervalCr1, ...human } = clusterMean(
    humanCells.human,
    clustersOfCells(humanCells, context.clusters.between),
    confidence,
  );
  const judge = joined(both.judge, judgeOnly.judge);
  const found = clusteredPredictionPoweredMean(cells, null, confidence);
  const note = whyNoDebiased(refusal, found.labelledClusters, humanCells.unit.length);
  const isShown = note === "";
  return {
    policy,
    judgeMean: judge.length === 0 ? null : mean(judge),
    human,
    debiased: isShown ? debiasedEstimate(found) : noEstimate(found.reason ?? "no_data"),
    note,
    lambda: isShown ? found.lambda : null,
    labelledCells: humanCells.unit.length,
    allCells: humanCells.unit.length + judgeOnly.unit.length,
    labelledClusters: found.labelledClusters,
    effectiveLabels: isShown ? found.effectiveLabels : null,
    ranks: isShown && rank ? [rank.interval[0], rank.interval[1]] : null,
    weighted: isShown ? weightedMean(context, both, judgeOnly) : null,
  };
}

function debiasedEstimate(found: ReturnType<typeof clusteredPredictionPoweredMean>): Estimate {
  const { value, se, df, interval, labelledCells, labelledClusters, reason } = found;
  return { value, se, df, interval, p: null, n: labelledCells, clusters: labelledClusters, reason };
}

function whyNoDebiased(refusal: string | null, clusters: number, labelledCells: number): string {
  if (refusal !== null) return "No debiased score: see above.";
  if (labelledCells === 0) return "No item of this policy is rated by people.";
  if (clusters === 0) return "No debiased score: the judge has not rated the items that people rated.";
  if (clusters < FEWEST_LABELLED_CLUSTERS)
    return `No debiased score: ${clusters} of at least ${FEWEST_LABELLED_CLUSTERS} clusters rated by people.`;
  return "";
}

function ranksOf(context: AnalysisContext, all: readonly BoardCells[]): (PolicyRank | null)[] {
  if (!context.resample) return all.map(() => null);
  const { resamples, seed, confidence } = context.question;
  return rankIntervals(
    all.map(({ cells }) => cells),
    { resamples, seed, confidence },
  );
}

/** Neighbours in the order whose difference has an interval that covers 0, joined into brackets. */
function tiesOf(context: AnalysisContext, rows: readonly LeaderboardRow[], cells: readonly BoardCells[]) {
  const ties: [from: number, to: number][] = [];
  for (let row = 0; row + 1 < rows.length; row += 1) {
    if (rows[row]!.debiased.value === null || rows[row + 1]!.debiased.value === null) continue;
    const { interval } = predictionPoweredDifference(
      cells[row]!.cells,
      cells[row + 1]!.cells,
      undefined,
      context.question.confidence,
    );
    if (interval && (interval[0] > 0 || interval[1] < 0)) continue;
    const last = ties.at(-1);
    if (last?.[1] === row) last[1] = row + 1;
    else ties.push([row, row + 1]);
  }
  return ties;
}
