import { type Random, seededRandom } from "#lib/domain/shared/random.ts";
import { type Clusters, numberClusters } from "#lib/domain/statistics/clusters.ts";
import { normalQuantile } from "#lib/domain/statistics/distributions.ts";

/** A draw from the standard normal distribution. */
export function normal(random: Random): number {
  return normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, random.float())));
}

export type SimulatedCells = { d: Float64Array; clusters: Clusters };

/**
 * Differences of `episodes` episodes with mean `bias` and variance 1, of which agents of one episode share `rho`. Episodes
 * have `sizes[e % sizes.length]` cells.
 */
export function simulateCells(
  random: Random,
  { episodes, sizes = [2], rho = 0.4, bias = 0 }: { episodes: number; sizes?: number[]; rho?: number; bias?: number },
): SimulatedCells {
  const d: number[] = [];
  const keys: number[] = [];
  for (let episode = 0; episode < episodes; episode += 1) {
    const common = Math.sqrt(rho) * normal(random);
    for (let cell = 0; cell < (sizes[episode % sizes.length] as number); cell += 1) {
      d.push(bias + common + Math.sqrt(1 - rho) * normal(random));
      keys.push(episode);
    }
  }
  return { d: Float64Array.from(d), clusters: numberClusters(keys) };
}

/** Whole scores 0 to 10 of judge and people over episodes of two policies, with everything a comparison takes. */
export function simulateRatings(seed: number, episodes: number) {
  const random = seededRandom(seed);
  const cells = Array.from({ length: episodes * 2 }, (_, i) => {
    const policy = i % 4 < 2 ? 0 : 1;
    const truth = 4 + 2 * policy + 1.5 * normal(random);
    const score = (noise: number) => Math.min(10, Math.max(0, Math.round(truth + noise)));
    return { episode: i >> 1, policy, human: score(normal(random)), judge: score(1 + policy + normal(random)) };
  });
  return {
    judge: cells.map((cell) => cell.judge),
    human: cells.map((cell) => cell.human),
    policies: numberClusters(cells.map((cell) => cell.policy)),
    clusters: numberClusters(cells.map((cell) => cell.episode)),
  };
}
