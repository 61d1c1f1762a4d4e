import { expect, test } from "vitest";
import { type Random, seededRandom } from "#lib/domain/shared/random.ts";
import { itemPatterns } from "#lib/domain/statistics/item-patterns.ts";
import { alphaOfPatterns } from "#lib/domain/statistics/krippendorff-alpha.ts";
import { patternBootstrap } from "#lib/domain/statistics/pattern-bootstrap.ts";
import { ratedItems } from "#lib/domain/statistics/rated-items.ts";
import { clustersOfVariance, countVariedClusters } from "#lib/domain/statistics/varied-clusters.ts";

test("clusters vary where an item with two ratings has another score than the commonest", () => {
  const items = ratedItems([[0, 0], [0, -2], [-1], [-1, -1], [0, 0], [null, 0]], [0, 0, 1, 2, 3, 4]);
  expect(countVariedClusters(items)).toBe(2);
  expect(countVariedClusters(ratedItems([]))).toBe(0);
  expect([0, 1, 2, 3].map((varied) => clustersOfVariance({ pairedClusters: 4 }, varied))).toEqual([2, 2, 2, 3]);
  expect(clustersOfVariance({ pairedClusters: 1 }, 0)).toBe(1);
});

/** Two raters on both agents of each episode, as on the dimension secret: nearly all scores are 0, the others are mostly seen by both. */
function rareScores(random: Random, episodes: number) {
  const below = (limit: number) => Math.floor(random.float() * limit);
  const units = Array.from({ length: episodes }, () => random.float() < 0.2).flatMap((isBad) =>
    [0, 1].map(() => {
      const depth = isBad && random.float() < 0.5 ? 2 + below(6) : 0;
      return [0, 1].map(() => {
        if (depth > 0) return random.float() < 0.9 ? 1 - depth - below(3) : 0;
        return random.float() < 0.01 ? -1 - below(3) : 0;
      });
    }),
  );
  return ratedItems(
    units,
    units.map((_, unit) => Math.floor(unit / 2)),
  );
}

test("an interval of α that goes by the clusters that vary covers better where scores are rare", () => {
  const large = itemPatterns(rareScores(seededRandom(1), 40_000));
  const truth = alphaOfPatterns(large, "interval")(large.counts).value!;
  const random = seededRandom(12);
  const covered = { byVaried: 0, byAll: 0 };
  let defined = 0;
  for (let study = 0; study < 250; study += 1) {
    const items = rareScores(random, 20);
    const patterns = itemPatterns(items);
    const alpha = { alpha: alphaOfPatterns(patterns, "interval") };
    const options = { resamples: 200, seed: study, confidence: 0.95 };
    const varied = { alpha: clustersOfVariance(patterns, countVariedClusters(items)) };
    const [byVaried, byAll] = [varied, {}].map((informative) => {
      return patternBootstrap(patterns, alpha, options, informative).alpha.interval;
    });
    if (!byVaried || !byAll) continue;
    defined += 1;
    covered.byVaried += Number(byVaried[0] <= truth && truth <= byVaried[1]);
    covered.byAll += Number(byAll[0] <= truth && truth <= byAll[1]);
  }
  expect(defined).toBeGreaterThan(150);
  expect(covered.byVaried / defined).toBeGreaterThan(0.9);
  expect(covered.byAll / defined).toBeLessThan(0.87);
});
