import { percentileInterval } from "./bootstrap.ts";
import { type CellTotals, cellMoments, cellTotals, type PolicyCells } from "./cell-totals.ts";
import type { BootstrapOptions } from "./cluster-bootstrap.ts";
import { powerMoments } from "./clustered-prediction-powered-mean.ts";
import { DEFAULT_CONFIDENCE } from "./estimate.ts";
import type { MeasureCard } from "./measure-card.ts";
import type { Interval } from "./measured.ts";
import { type QuickRandom, quickRandom } from "./quick-random.ts";
import { midRanks } from "./ranks.ts";

/** Rank of a policy by its prediction-powered mean, 1 for the highest score; ties share the mean of their ranks. */
export type PolicyRank = { rank: number; interval: Interval };

/**
 * Ranks of policies with bootstrap intervals over clusters: clusters are drawn with replacement among those that have the
 * same role (labelled or not, for the same policies), so scenarios that policies share are drawn for all of them at once
 * and every resample has as many labelled clusters as the data. Lambda is tuned anew each time. Null for a policy without
 * labelled cells, which takes no rank. All policies number their clusters together.
 */
export function rankIntervals(
  policies: readonly PolicyCells[],
  { resamples, seed, confidence = DEFAULT_CONFIDENCE, pause }: BootstrapOptions,
): (PolicyRank | null)[] {
  const totals = policies.map(cellTotals);
  const ranked = [...totals.keys()].filter((policy) => totals[policy]!.labelled.cells.some((cells) => cells > 0));
  const compared = ranked.map((policy) => withoutEmptyClusters(totals[policy]!));
  const ranks = ranksOf(compared);
  const strata = clustersByRole(totals);
  const times = new Float64Array(totals[0]?.labelled.cells.length ?? 0);
  const random = quickRandom(seed);
  const drawn = ranked.map(() => new Float64Array(resamples));
  for (let resample = 0; resample < resamples; resample += 1) {
    drawTimes(strata, times, random);
    const resampled = ranksOf(compared, times);
    for (let place = 0; place < ranked.length; place += 1) drawn[place]![resample] = resampled[place]!;
    pause?.();
  }
  const found = policies.map((): PolicyRank | null => null);
  ranked.forEach((policy, place) => {
    found[policy] = { rank: ranks[place]!, interval: percentileInterval(drawn[place]!.sort(), confidence) };
  });
  return found;
}

/** A policy's totals for its own clusters only, with their numbers and room for how often each is drawn. */
type OwnTotals = { totals: CellTotals; numbers: number[]; times: Float64Array };

function withoutEmptyClusters({ labelled, unlabelled }: CellTotals): OwnTotals {
  const numbers = [...labelled.cells.keys()].filter((g) => labelled.cells[g]! + unlabelled.cells[g]! > 0);
  const pick = (values: Float64Array) => Float64Array.from(numbers, (g) => values[g]!);
  return {
    totals: {
      labelled: { cells: pick(labelled.cells), human: pick(labelled.human), judge: pick(labelled.judge) },
      unlabelled: { cells: pick(unlabelled.cells), judge: pick(unlabelled.judge) },
    },
    numbers,
    times: new Float64Array(numbers.length).fill(1),
  };
}

function ranksOf(policies: readonly OwnTotals[], drawn?: Float64Array): Float64Array {
  const scores = policies.map(({ totals, numbers, times }) => {
    if (drawn) for (let place = 0; place < numbers.length; place += 1) times[place] = drawn[numbers[place]!]!;
    return powerMoments(cellMoments(totals, times), null).value;
  });
  return midRanks(scores.map((score) => -score));
}

/** Cluster numbers in groups: two clusters are in one group when they are labelled and unlabelled for the same policies. */
function clustersByRole(totals: readonly CellTotals[]): number[][] {
  const groups = new Map<string, number[]>();
  const count = totals[0]?.labelled.cells.length ?? 0;
  for (let g = 0; g < count; g += 1) {
    const role = totals.map(
      ({ labelled, unlabelled }) => (labelled.cells[g]! > 0 ? 1 : 0) + (unlabelled.cells[g]! > 0 ? 2 : 0),
    );
    const key = role.join();
    const group = groups.get(key);
    if (group) group.push(g);
    else groups.set(key, [g]);
  }
  return [...groups.values()];
}

/** Fills `times` with how often each cluster is drawn, each role as often as it has clusters. */
function drawTimes(strata: readonly number[][], times: Float64Array, random: QuickRandom): void {
  times.fill(0);
  for (const stratum of strata)
    for (let draw = 0; draw < stratum.length; draw += 1) times[stratum[random.below(stratum.length)]!]! += 1;
}

/** The card of “Rank of a policy”. */
export const rankCard: MeasureCard<{ low: [human: number, judge: number][]; high: [human: number, judge: number][] }> =
  {
    id: "rank_interval",
    name: "Rank",
    meaning:
      "The place of a policy by its debiased score, and the places that it takes in 95 of 100 resamples of the clusters. Overlapping ranks mean that the order is not settled.",
    range: "1 for the highest score to the number of policies; ties share the mean of their ranks.",
    undefinedWhen: "People rated no item of the policy.",
    source: "Bootstrap of ranks over clusters drawn within their role; Goldstein & Spiegelhalter 1996 on reading ranks",
    example: {
      words: "People give one policy 4 and 5, the other 8 and 9: the rank of the other.",
      input: {
        low: [
          [4, 5],
          [5, 5],
        ],
        high: [
          [8, 8],
          [9, 8],
        ],
      },
      value: 1,
    },
  };
