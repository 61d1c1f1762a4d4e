import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/domain/shared/random.ts";
import { activeMean } from "#lib/domain/statistics/active-mean.ts";
import type { PolicyCells } from "#lib/domain/statistics/cell-totals.ts";
import { clusterMean } from "#lib/domain/statistics/cluster-mean.ts";
import { clusteredPredictionPoweredMean } from "#lib/domain/statistics/clustered-prediction-powered-mean.ts";
import { type Clusters, numberClustersTogether } from "#lib/domain/statistics/clusters.ts";
import { predictionPoweredDifference } from "#lib/domain/statistics/prediction-powered-difference.ts";
import { predictionPoweredMean } from "#lib/domain/statistics/prediction-powered-mean.ts";
import { rankIntervals } from "#lib/domain/statistics/rank-intervals.ts";
import { normal } from "./simulated.ts";

type Cell = { cluster: string; human: number; judge: number };

/** Cells of episodes with a common part, rated by people and by a judge that is `bias` too high and has its own noise. */
function simulate(seed: number, name: string, { episodes = 40, level = 5, bias = 1, noise = 0.5 } = {}): Cell[] {
  const random = seededRandom(seed);
  const levels = Array.from({ length: episodes }, () => level + normal(random));
  return levels.flatMap((common, episode) =>
    [0, 1].map(() => {
      const human = common + normal(random);
      return { cluster: `${name}${episode}`, human, judge: human + bias + noise * normal(random) };
    }),
  );
}

/** Takes the first `labelled` episodes of each policy as rated by people; all policies share one numbering. */
function policyCells(policies: Cell[][], labelled: number): PolicyCells[] {
  const parts = policies.flatMap((cells) => [cells.slice(0, 2 * labelled), cells.slice(2 * labelled)]);
  const numbered = numberClustersTogether(parts.map((cells) => cells.map((cell) => cell.cluster)));
  return policies.map((_, place): PolicyCells => {
    const [one, two] = [parts[2 * place] as Cell[], parts[2 * place + 1] as Cell[]];
    return {
      labelled: {
        human: one.map((cell) => cell.human),
        judge: one.map((cell) => cell.judge),
        clusters: numbered[2 * place] as Clusters,
      },
      unlabelled: { judge: two.map((cell) => cell.judge), clusters: numbered[2 * place + 1] as Clusters },
    };
  });
}

const cells = simulate(31, "e", { episodes: 60 });
const policy = policyCells([cells], 15)[0] as PolicyCells;

describe("the prediction-powered mean over episodes", () => {
  it("tunes lambda to the smallest variance", () => {
    const tuned = clusteredPredictionPoweredMean(policy);
    expect(tuned.lambdaRule).toBe("tuned");
    for (let lambda = 0; lambda <= 1; lambda += 0.05)
      expect(clusteredPredictionPoweredMean(policy, lambda).seCr1).toBeGreaterThanOrEqual(tuned.seCr1! - 1e-9);
  });

  it("is the humans' mean with lambda 0, and then has their CR1 interval", () => {
    const found = clusteredPredictionPoweredMean(policy, 0);
    const humans = clusterMean(policy.labelled.human, policy.labelled.clusters);
    expect(found.value).toBeCloseTo(humans.value!, 12);
    expect(found.interval![0]).toBeCloseTo(humans.intervalCr1![0], 9);
    expect(found.effectiveLabels).toBeCloseTo(30, 9);
  });

  it("gains precision from a good judge, whatever its bias, and none from one that does not vary", () => {
    const tuned = clusteredPredictionPoweredMean(policy);
    expect(tuned.effectiveLabels).toBeGreaterThan(35);
    const add = (judge: ArrayLike<number>) => Float64Array.from(judge, (score) => score + 100);
    const shifted = clusteredPredictionPoweredMean({
      labelled: { ...policy.labelled, judge: add(policy.labelled.judge) },
      unlabelled: { ...policy.unlabelled, judge: add(policy.unlabelled.judge) },
    });
    expect(shifted.value).toBeCloseTo(tuned.value!, 9);
    const constant = (judge: ArrayLike<number>) => new Float64Array(judge.length).fill(8);
    const useless = clusteredPredictionPoweredMean({
      labelled: { ...policy.labelled, judge: constant(policy.labelled.judge) },
      unlabelled: { ...policy.unlabelled, judge: constant(policy.unlabelled.judge) },
    });
    expect(useless).toMatchObject({ lambda: 0, lambdaRule: "judge_unused", df: 14 });
    expect(useless.value).toBeCloseTo(clusterMean(policy.labelled.human, policy.labelled.clusters).value!, 12);
  });

  it("is the humans' mean of the whole when the judge is people", () => {
    const same = [1, 5, 3, 7, 2, 6, 4, 8, 5, 5];
    const whole = {
      episodes: [...same, ...same].map((score, i) => ({ cluster: `e${i >> 1}`, human: score, judge: score })),
    };
    const twice = policyCells([whole.episodes], 5)[0] as PolicyCells;
    const found = clusteredPredictionPoweredMean(twice);
    expect(found.lambda).toBeCloseTo(0.5, 12);
    expect(found.value).toBeCloseTo(4.6, 12);
    const independent = predictionPoweredMean({ y: same, f: same, others: same });
    expect(independent.value).toBeCloseTo(4.6, 12);
  });

  it("does not tune on fewer than four labelled episodes, and says what is missing", () => {
    const few = policyCells([cells], 3)[0] as PolicyCells;
    expect(clusteredPredictionPoweredMean(few)).toMatchObject({ lambda: 1, lambdaRule: "few_labelled", df: 2 });
    const one = policyCells([cells], 1)[0] as PolicyCells;
    expect(clusteredPredictionPoweredMean(one)).toMatchObject({ interval: null, reason: "single_cluster" });
    const none = policyCells([cells], 0)[0] as PolicyCells;
    expect(clusteredPredictionPoweredMean(none)).toMatchObject({ value: null, lambda: null, reason: "no_data" });
    const all = policyCells([cells], 60)[0] as PolicyCells;
    expect(clusteredPredictionPoweredMean(all)).toMatchObject({ lambda: 0, lambdaRule: "judge_unused" });
  });

  it("covers the truth with few labelled episodes", () => {
    let covered = 0;
    for (let set = 0; set < 200; set += 1) {
      const drawn = policyCells([simulate(1000 + set, "e", { episodes: 40, noise: 1 })], 8)[0] as PolicyCells;
      const [low, high] = clusteredPredictionPoweredMean(drawn).interval!;
      if (low <= 5 && 5 <= high) covered += 1;
    }
    expect(covered / 200).toBeGreaterThan(0.89);
    expect(covered / 200).toBeLessThanOrEqual(0.995);
  });
});

describe("differences and ranks of policies", () => {
  it("adds variances where policies have their own episodes", () => {
    const policies = policyCells([simulate(1, "a"), simulate(2, "b", { level: 6 })], 12) as [PolicyCells, PolicyCells];
    const [base, trained] = policies.map((policy) => clusteredPredictionPoweredMean(policy));
    const found = predictionPoweredDifference(...policies);
    expect(found.value).toBeCloseTo(trained!.value! - base!.value!, 12);
    expect(found.se).toBeCloseTo(Math.hypot(base!.se!, trained!.se!), 12);
    expect(found.df).toBeGreaterThanOrEqual(10);
    expect(found.df).toBeLessThanOrEqual(20);
  });

  it("cancels what shared scenarios have in common", () => {
    const first = simulate(3, "s");
    const second = first.map((cell, i) => ({
      ...cell,
      human: cell.human + 1 + (i % 3) / 10,
      judge: cell.judge + (i % 2) / 10,
    }));
    const shared = policyCells([first, second], 12) as [PolicyCells, PolicyCells];
    const apart = policyCells([first, second.map((cell) => ({ ...cell, cluster: `x${cell.cluster}` }))], 12);
    const narrow = predictionPoweredDifference(...shared);
    const wide = predictionPoweredDifference(...(apart as [PolicyCells, PolicyCells]));
    expect(narrow.value).toBeCloseTo(wide.value!, 9);
    expect(narrow.se).toBeLessThan(wide.se! / 3);
    const missing = predictionPoweredDifference(...(policyCells([first, second], 0) as [PolicyCells, PolicyCells]));
    expect(missing.reason).toBe("no_data");
    const single = predictionPoweredDifference(...(policyCells([first, second], 1) as [PolicyCells, PolicyCells]));
    expect(single).toMatchObject({ interval: null, reason: "single_cluster" });
  });

  it("ranks with intervals: sure where policies lie far apart, unsure where they are alike", () => {
    const policies = policyCells(
      [simulate(1, "a", { level: 2 }), simulate(2, "b", { level: 6 }), simulate(4, "c", { level: 6 })],
      15,
    );
    const options = { resamples: 400, seed: 12 };
    const ranks = rankIntervals(policies, options);
    expect(ranks).toEqual(rankIntervals(policies, options));
    expect(ranks[0]).toEqual({ rank: 3, interval: [3, 3] });
    expect(ranks[1]!.interval).toEqual([1, 2]);
    const unlabelled = {
      ...policies[2]!,
      labelled: { human: [], judge: [], clusters: { of: [], count: policies[2]!.labelled.clusters.count } },
    };
    const partly = rankIntervals([policies[0]!, policies[1]!, unlabelled], options);
    expect(partly.map((rank) => rank?.rank ?? null)).toEqual([2, 1, null]);
    expect(rankIntervals([], options)).toEqual([]);
  });
});

describe("means from unequal chances", () => {
  it("is the humans' mean when every cell was sure to be chosen", () => {
    const judge = [5, 6, 7];
    const chosen = [8, 4, 6].map((human, index) => ({ index, human }));
    expect(activeMean(judge, [1, 1, 1], chosen)).toMatchObject({ value: 6, se: 0, interval: null });
    expect(activeMean(judge, [1, 1, 1], []).reason).toBe("no_data");
    expect(() => activeMean(judge, [0, 1, 1], chosen)).toThrow(RangeError);
  });

  it("is right on average over draws by chance", () => {
    const random = seededRandom(8);
    const human = Array.from({ length: 60 }, () => normal(random) + 5);
    const judge = human.map((score, i) => score + (i % 5));
    const chances = human.map((_, i) => 0.2 + 0.1 * (i % 5));
    let sum = 0;
    for (let draw = 0; draw < 2000; draw += 1) {
      const chosen = human.flatMap((score, index) =>
        random.float() < chances[index]! ? [{ index, human: score }] : [],
      );
      sum += activeMean(judge, chances, chosen).value!;
    }
    expect(sum / 2000).toBeCloseTo(human.reduce((a, b) => a + b, 0) / 60, 1);
  });
});
