import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/domain/shared/random.ts";
import type { PolicyCells } from "#lib/domain/statistics/cell-totals.ts";
import { clusteredPredictionPoweredMean } from "#lib/domain/statistics/clustered-prediction-powered-mean.ts";
import type { Clusters } from "#lib/domain/statistics/clusters.ts";
import { predictionPoweredDifference } from "#lib/domain/statistics/prediction-powered-difference.ts";
import { normal } from "./simulated.ts";

/** Scenarios with some episodes rated by people and more by the judge alone, as where policies play the same scenarios. */
function simulateScenarios(seed: number, { scenarios, spread }: { scenarios: number; spread: number }): PolicyCells {
  const random = seededRandom(seed);
  const labelled = { human: [] as number[], judge: [] as number[], of: [] as number[] };
  const unlabelled = { judge: [] as number[], of: [] as number[] };
  for (let g = 0; g < scenarios; g += 1) {
    const common = 5 + spread * normal(random);
    for (let episode = 0; episode < 10; episode += 1) {
      const truth = common + 1.5 * normal(random);
      const judge = 2.5 + 0.7 * truth + normal(random);
      const part = episode < 2 ? labelled : unlabelled;
      if (part === labelled) labelled.human.push(truth + normal(random));
      part.judge.push(judge);
      part.of.push(g);
    }
  }
  return {
    labelled: { ...labelled, clusters: { of: labelled.of, count: scenarios } },
    unlabelled: { judge: unlabelled.judge, clusters: { of: unlabelled.of, count: scenarios } },
  };
}

describe("the prediction-powered mean where a cluster holds labelled and unlabelled cells", () => {
  const three = { of: [0, 1, 2], count: 3 };
  const shared: PolicyCells = {
    labelled: { human: [2, 4, 6], judge: [3, 4, 8], clusters: three },
    unlabelled: { judge: [4, 6, 8], clusters: three },
  };

  it("sums what a cluster adds before squaring it", () => {
    // Means 4, 5 and 6; sums of deviations of y - f + f~ are -2, 1, 1, so the variance is 3/2 * 6 / 9 = 1.
    expect(clusteredPredictionPoweredMean(shared, 1)).toMatchObject({ value: 5, df: 2 });
    expect(clusteredPredictionPoweredMean(shared, 1).se).toBeCloseTo(1, 12);
    // In clusters of their own: 3/2 * 2 / 9 for y - f (0, 1, -1) and 3/2 * 8 / 9 for f~ (-2, 0, 2).
    const apart: PolicyCells = {
      labelled: { ...shared.labelled, clusters: { of: [0, 1, 2], count: 6 } },
      unlabelled: { ...shared.unlabelled, clusters: { of: [3, 4, 5], count: 6 } },
    };
    expect(clusteredPredictionPoweredMean(apart, 1).se).toBeCloseTo(Math.sqrt(5 / 3), 12);
  });

  it("tunes lambda to the smallest variance, and agrees with the difference of policies", () => {
    const policy = simulateScenarios(41, { scenarios: 12, spread: 1 });
    const tuned = clusteredPredictionPoweredMean(policy);
    expect(tuned.lambdaRule).toBe("tuned");
    for (let lambda = 0; lambda <= 1; lambda += 0.05)
      expect(clusteredPredictionPoweredMean(policy, lambda).seCr1).toBeGreaterThanOrEqual(tuned.seCr1! - 1e-9);
    const moved = (clusters: Clusters) => ({ of: Array.from(clusters.of, (g) => g + 12), count: 24 });
    const wide = (clusters: Clusters) => ({ of: clusters.of, count: 24 });
    const renumbered = ({ labelled, unlabelled }: PolicyCells, by: (clusters: Clusters) => Clusters): PolicyCells => ({
      labelled: { ...labelled, clusters: by(labelled.clusters) },
      unlabelled: { ...unlabelled, clusters: by(unlabelled.clusters) },
    });
    const difference = predictionPoweredDifference(renumbered(policy, wide), renumbered(policy, moved));
    expect(difference.value).toBeCloseTo(0, 12);
    expect(difference.se).toBeCloseTo(Math.SQRT2 * tuned.se!, 12);
  });

  it.each([
    [14, 2],
    [6, 1],
    [14, 0],
  ])("covers the truth with %d scenarios of spread %d, and promises no more than it gives", (scenarios, spread) => {
    let [covered, worth] = [0, 0];
    for (let set = 0; set < 400; set += 1) {
      const found = clusteredPredictionPoweredMean(simulateScenarios(5000 + set, { scenarios, spread }));
      const [low, high] = found.interval!;
      if (low <= 5 && 5 <= high) covered += 1;
      worth += found.effectiveLabels! / (2 * scenarios) / 400;
    }
    expect(covered / 400).toBeGreaterThan(0.92);
    expect(covered / 400).toBeLessThan(0.985);
    if (spread === 2) expect(worth).toBeLessThan(1.25);
  });
});
