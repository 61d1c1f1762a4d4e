import { clusterMean } from "#lib/domain/statistics/cluster-mean.ts";
import { clusteredPredictionPoweredMean } from "#lib/domain/statistics/clustered-prediction-powered-mean.ts";
import { differenceInDifferences, type PolicyErrors } from "#lib/domain/statistics/difference-in-differences.ts";
import type { Interval } from "#lib/domain/statistics/measured.ts";
import { joined } from "#lib/domain/statistics/moments.ts";
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
  const errors = errorsInOrder(lists[0]!, rank, count);
  return overCheckpoints(rated, (first) => {
    const { d, clusters } = firstErrors(errors, first);
    return clusterMean(d, clusters, context.question.confidence).interval;
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
  const groups = isShared ? [lists] : lists.map((list) => [list]);
  const ranks = groups.map((group) => arrivalRanks(context, place, group, count));
  // Each policy with an order of its own has clusters of its own: even numbers for the one, odd ones for the other.
  const sides = lists.map((list, place) => {
    if (isShared) return errorsInOrder(list, ranks[0]!.rank, count);
    return errorsInOrder(list, ranks[place]!.rank, count, place === 0 ? 0 : 1);
  });
  return overCheckpoints(Math.max(...ranks.map(({ rated }) => rated)), (first) => {
    const [b, p] = sides.map((errors) => firstErrors(errors, first));
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
  const { order, ends } = byArrival(own, rank, count);
  const human = both.human.map((_, at) => both.human[order[at]!]!);
  const judge = joined(
    both.judge.map((_, at) => both.judge[order[at]!]!),
    judgeOnly.judge,
  );
  const of = joined(
    order.map((cell) => own.of[cell]!),
    others.of,
  );
  return overCheckpoints(rated, (first) => {
    const end = ends[first]!;
    const labelled = {
      human: human.subarray(0, end),
      judge: judge.subarray(0, end),
      clusters: { of: of.subarray(0, end), count },
    };
    const unlabelled = { judge: judge.subarray(end), clusters: { of: of.subarray(end), count } };
    return clusteredPredictionPoweredMean({ labelled, unlabelled }, null, context.question.confidence).interval;
  });
}

/** J − H of cells in the order in which their clusters came in, with the place of each cluster in it; see {@link byArrival}. */
type OrderedErrors = { d: Float64Array; of: Int32Array; ends: Int32Array; lists: number };

/** `side` is 0 or 1 where two lists of errors have no cluster in common; null where they share their order. */
function errorsInOrder(
  list: ClusteredCells,
  rank: Int32Array,
  count: number,
  side: 0 | 1 | null = null,
): OrderedErrors {
  const { order, ends } = byArrival(list, rank, count);
  const { judge, human } = list.cells;
  const d = judge.map((_, at) => judge[order[at]!]! - human[order[at]!]!);
  const [lists, offset] = side === null ? [1, 0] : [2, side];
  const of = order.map((cell) => rank[list.of[cell]!]! * lists + offset);
  return { d, of, ends, lists };
}

/** Those whose cluster is among the first that came in. */
function firstErrors({ d, of, ends, lists }: OrderedErrors, first: number): PolicyErrors {
  const end = ends[first]!;
  return { d: d.subarray(0, end), clusters: { of: of.subarray(0, end), count: first * lists } };
}

/** Cells in the order of their clusters; before `ends[first]` are those of the first so many clusters. O(cells + clusters). */
function byArrival({ of }: ClusteredCells, rank: Int32Array, count: number): { order: Int32Array; ends: Int32Array } {
  const ends = new Int32Array(count + 1);
  for (let cell = 0; cell < of.length; cell += 1) ends[rank[of[cell]!]! + 1]! += 1;
  for (let place = 0; place < count; place += 1) ends[place + 1]! += ends[place]!;
  const next = ends.slice();
  const order = new Int32Array(of.length);
  for (let cell = 0; cell < of.length; cell += 1) {
    const place = rank[of[cell]!]!;
    order[next[place]!] = cell;
    next[place]! += 1;
  }
  return { order, ends };
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
