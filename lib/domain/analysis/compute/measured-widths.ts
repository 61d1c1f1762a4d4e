import { clusterMean } from "#lib/domain/statistics/cluster-mean.ts";
import { clusteredPredictionPoweredMean } from "#lib/domain/statistics/clustered-prediction-powered-mean.ts";
import { differenceInDifferences } from "#lib/domain/statistics/difference-in-differences.ts";
import type { Interval } from "#lib/domain/statistics/measured.ts";
import { differences, joined } from "#lib/domain/statistics/moments.ts";
import type { DimensionCells } from "../cells.ts";
import type { AnalysisContext } from "../context.ts";
import type { PlannerCurve } from "../findings/planner.ts";
import { arrivalRanks, type ClusteredCells, numberTogether } from "./arrival.ts";

/** Points of a measured curve, and the clusters from which on an interval exists that is worth a point. */
const CHECKPOINTS = 12;
const FIRST_CHECKPOINT = 3;

type Measured = PlannerCurve["measured"];

/** Half-widths of the bias of one policy as ratings by people came in: over the first clusters in that order. */
export function measuredBias(context: AnalysisContext, place: number, both: DimensionCells): Measured {
  const { lists, count } = numberTogether([both], context.clusters.within);
  const { rank, rated } = arrivalRanks(context, place, lists, count);
  const errors = errorsOf(lists[0]!);
  return overCheckpoints(rated, (first) => {
    const { d, of } = firstErrors(errors, rank, first);
    return clusterMean(d, { of, count }, context.question.confidence).interval;
  });
}

/**
 * Half-widths of a policy's bias less that of the base. Where they share clusters, over the first of all; else over
 * equally many of each.
 */
export function measuredDifference(
  context: AnalysisContext,
  place: number,
  [base, policy]: readonly [DimensionCells, DimensionCells],
  isShared: boolean,
): Measured {
  const { lists, count } = numberTogether([base, policy], context.clusters.between);
  const groups = isShared ? [lists, lists] : lists.map((list) => [list]);
  const ranks = groups.map((group) => arrivalRanks(context, place, group, count));
  const errors = lists.map(errorsOf);
  return overCheckpoints(Math.max(...ranks.map(({ rated }) => rated)), (first) => {
    const [b, p] = errors.map((all, side) => {
      const { d, of } = firstErrors(all, ranks[side]!.rank, first);
      return { d, clusters: { of, count } };
    });
    return differenceInDifferences(b!, p!, context.question.confidence).interval;
  });
}

/** Half-widths of the debiased score: the cells of the first clusters count as rated by people, all others by the judge alone. */
export function measuredDebiased(
  context: AnalysisContext,
  place: number,
  both: DimensionCells,
  judgeOnly: DimensionCells,
): Measured {
  const { lists, count } = numberTogether([both, judgeOnly], context.clusters.between);
  const [own, others] = lists as [ClusteredCells, ClusteredCells];
  const { rank, rated } = arrivalRanks(context, place, [own], count);
  return overCheckpoints(rated, (first) => {
    const isIn = (_: number, cell: number) => rank[own.of[cell]!]! < first;
    const isLater = (_: number, cell: number) => !isIn(_, cell);
    const labelled = {
      human: both.human.filter(isIn),
      judge: both.judge.filter(isIn),
      clusters: { of: own.of.filter(isIn), count },
    };
    const unlabelled = {
      judge: joined(both.judge.filter(isLater), judgeOnly.judge),
      clusters: { of: joined(own.of.filter(isLater), others.of), count },
    };
    return clusteredPredictionPoweredMean({ labelled, unlabelled }, null, context.question.confidence).interval;
  });
}

/** J − H of cells with the cluster of each. */
type Errors = { d: Float64Array; of: Int32Array };

function errorsOf({ cells, of }: ClusteredCells): Errors {
  return { d: differences(cells.judge, cells.human), of };
}

/** Those whose cluster is among the first that came in. */
function firstErrors({ d, of }: Errors, rank: Int32Array, first: number): Errors {
  const isIn = (_: number, cell: number) => rank[of[cell]!]! < first;
  return { d: d.filter(isIn), of: of.filter(isIn) };
}

function overCheckpoints(count: number, intervalAt: (first: number) => Interval | null): Measured {
  if (count < FIRST_CHECKPOINT) return [];
  const steps = Array.from({ length: CHECKPOINTS }, (_, i) =>
    Math.round(FIRST_CHECKPOINT + ((count - FIRST_CHECKPOINT) * i) / (CHECKPOINTS - 1)),
  );
  return [...new Set(steps)].flatMap((clusters) => {
    const interval = intervalAt(clusters);
    return interval ? [{ clusters, halfWidth: (interval[1] - interval[0]) / 2 }] : [];
  });
}
