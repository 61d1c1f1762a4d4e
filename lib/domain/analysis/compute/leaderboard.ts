import { clusterMean } from "#lib/domain/statistics/cluster-mean.ts";
import { clusteredPredictionPoweredMean } from "#lib/domain/statistics/clustered-prediction-powered-mean.ts";
import { joined, mean } from "#lib/domain/statistics/moments.ts";
import { predictionPoweredDifference } from "#lib/domain/statistics/prediction-powered-difference.ts";
import { type PolicyRank, rankIntervals } from "#lib/domain/statistics/rank-intervals.ts";
import { type AnalysisContext, asComparison, clustersOfCells, eachDimension, resamplingOf } from "../context.ts";
import { noEstimate } from "../estimates.ts";
import type { Estimate, PolicyFacts } from "../findings/common.ts";
import type { DimensionLeaderboard, LeaderboardFinding, LeaderboardRow } from "../findings/leaderboard.ts";
import { buildHead } from "../head.ts";
import { describeSampling, type SamplingFacts } from "../sampling.ts";
import { leniencyAdjustedMean } from "./adjusted-mean.ts";
import { type BoardCells, boardCells, coverageOfRow, type RowCoverage } from "./leaderboard-cells.ts";
import { remarkOf, whyNoDebiased } from "./leaderboard-notes.ts";
import {
  chancesOf,
  itemWeightedMean,
  NOTHING_WEIGHTED,
  ownChancesOf,
  type WeightedMean,
  weightedMean,
} from "./weighted-mean.ts";
import { isRatedByLeftOut } from "./who-is-missing.ts";
import { withLeftOut } from "./with-left-out.ts";

/**
 * View 2: what people would have said of every policy over all items that the judge rated, or over the items that the study
 * drew from where that is recorded. Rows are ranked against each other, so every interval goes by the clusters of that
 * comparison: people's, the debiased score's and the ties'.
 */
export function findLeaderboard(question: AnalysisContext): LeaderboardFinding {
  const context = asComparison(question);
  const head = buildHead(context, "people");
  const sampling = describeSampling(context);
  const refusal = head.isMixedJudges
    ? "Several judge versions are mixed, so no debiased score is given. Choose one judge."
    : sampling.refusal;
  const facts = { ...sampling, refusal };
  const withExcluded = excludedScores(question, refusal);
  const byDimension = eachDimension(context, (place) => leaderboardOf({ context, facts, withExcluded }, place));
  return { ...head, view: "leaderboard", refusal, sampling: sampling.sentence, byDimension };
}

/** A question that rows are made for: what is known of its sampling, and its scores with those who are left out. */
type Board = { context: AnalysisContext; facts: SamplingFacts; withExcluded: ExcludedScores };
type ExcludedScores = (place: number, policy: PolicyFacts) => LeaderboardRow["withExcluded"];

/** Answers a policy’s scores with the raters counted that are left out; null where nobody is. */
function excludedScores(question: AnalysisContext, refusal: string | null): ExcludedScores {
  const whole = withLeftOut(question);
  if (!whole) return () => null;
  const context = asComparison(whole);
  const sampling = describeSampling(context);
  const facts = { ...sampling, refusal: refusal ?? sampling.refusal };
  return (place, policy) => {
    const board = boardCells(context, { place, policy, frame: facts.frame });
    const { debiased } = debiasedOf(context, place, { board, coverage: coverageOfRow(context, board) }, facts);
    return { human: peoplesMean(context, board), debiased };
  };
}

function leaderboardOf({ context, facts, withExcluded }: Board, place: number): DimensionLeaderboard {
  const { policies } = context.selection.groups;
  const all = policies.map((policy) => boardCells(context, { place, policy, frame: facts.frame }));
  const bare = all.map((cells) => ({
    ...rowOf(context, place, cells, facts),
    withExcluded: withExcluded(place, cells.policy),
  }));
  const ranks = ranksOf(context, all, bare);
  const rows = bare.map((row, i) => ({ ...row, ranks: ranks[i] ?? null }));
  const order = [...rows.keys()].sort((a, b) => score(rows[b]!) - score(rows[a]!) || a - b);
  const sorted = order.map((i) => rows[i]!);
  const cells = order.map((i) => all[i]!);
  return { dimension: context.columns.dimensions[place]!, rows: sorted, ties: tiesOf(context, sorted, cells) };
}

/** What rows are sorted by; a row without any score sorts last. */
function score({ debiased, human }: LeaderboardRow): number {
  return debiased.value ?? human.value ?? Number.NEGATIVE_INFINITY;
}

function rowOf(
  context: AnalysisContext,
  place: number,
  board: BoardCells,
  facts: SamplingFacts,
): Omit<LeaderboardRow, "withExcluded"> {
  const { policy, human: humanCells, both, judgeOnly } = board;
  const judge = joined(both.judge, judgeOnly.judge);
  const coverage = coverageOfRow(context, board);
  const { scenarios } = coverage;
  const weighted = facts.refusal === null ? weightedOf(context, facts, { place, both, judgeOnly }) : NOTHING_WEIGHTED;
  return {
    policy,
    judgeMean: judge.length === 0 ? null : mean(judge),
    human: peoplesMean(context, board),
    humanAdjusted: leniencyAdjustedMean(context, place, humanCells),
    ...debiasedOf(context, place, { board, coverage }, facts),
    allCells: humanCells.unit.length + judgeOnly.unit.length,
    scenarios: scenarios.all === 0 ? null : { labelled: scenarios.labelled, all: scenarios.all },
    ranks: null,
    ...weighted,
  };
}

function peoplesMean(context: AnalysisContext, { human }: BoardCells): Estimate {
  const clusters = clustersOfCells(human, context.clusters.between);
  const { seNaive, seCr1, intervalCr1, ...estimate } = clusterMean(human.human, clusters, context.question.confidence);
  return estimate;
}

type DebiasedScore = Pick<
  LeaderboardRow,
  "debiased" | "note" | "remark" | "lambda" | "labelledCells" | "labelledClusters" | "effectiveLabels"
>;

/** The debiased score of a row with what it rests on, or why it has none. */
function debiasedOf(
  context: AnalysisContext,
  place: number,
  { board, coverage: reached }: { board: BoardCells; coverage: RowCoverage },
  { refusal, frame, design, hasOwnChances }: SamplingFacts,
): DebiasedScore {
  const { both } = board;
  const found = clusteredPredictionPoweredMean(board.cells, null, context.question.confidence);
  const coverage = frame === null ? reached : null;
  const known = hasOwnChances ? ownChancesOf(context, both) : null;
  const chances = design === null ? known : chancesOf(context, design, { place, both });
  const labels = { labelledCells: board.human.unit.length, labelledClusters: found.labelledClusters };
  const isLeftOut = labels.labelledCells === 0 && isRatedByLeftOut(context, place, board.policy.position);
  const note = whyNoDebiased(context, { refusal, ...labels, isLeftOut, coverage, chances });
  const isShown = note === "";
  return {
    debiased: isShown ? debiasedEstimate(found) : noEstimate(found.reason ?? "no_data"),
    note,
    remark: isShown ? remarkOf(context, coverage) : "",
    lambda: isShown ? found.lambda : null,
    ...labels,
    effectiveLabels: isShown ? found.effectiveLabels : null,
  };
}

function weightedOf(
  context: AnalysisContext,
  { design, hasOwnChances }: SamplingFacts,
  cells: Pick<BoardCells, "both" | "judgeOnly"> & { place: number },
): WeightedMean {
  if (design) return weightedMean(context, design, cells);
  return hasOwnChances ? itemWeightedMean(context, cells) : NOTHING_WEIGHTED;
}

function debiasedEstimate(found: ReturnType<typeof clusteredPredictionPoweredMean>): Estimate {
  const { value, se, df, interval, labelledCells, labelledClusters, reason } = found;
  return { value, se, df, interval, p: null, n: labelledCells, clusters: labelledClusters, reason };
}

/** Ranks among the rows with a debiased score; null for the others. */
function ranksOf(
  context: AnalysisContext,
  all: readonly BoardCells[],
  rows: readonly LeaderboardRow[],
): LeaderboardRow["ranks"][] {
  const ranked = [...rows.keys()].filter((row) => rows[row]!.debiased.value !== null);
  if (!context.resample || ranked.length === 0) return rows.map(() => null);
  const found: (PolicyRank | null)[] = rankIntervals(
    ranked.map((row) => all[row]!.cells),
    resamplingOf(context),
  );
  const ranks = new Map(ranked.map((row, place) => [row, found[place]?.interval ?? null]));
  return rows.map((_, row) => {
    const interval = ranks.get(row);
    return interval ? [interval[0], interval[1]] : null;
  });
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
