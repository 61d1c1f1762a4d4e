import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/domain/shared/random.ts";
import { bootstrapClusterMean, exhaustBootstrapMean } from "#lib/domain/statistics/cluster-bootstrap.ts";
import { clusterMean } from "#lib/domain/statistics/cluster-mean.ts";
import { clusterIcc, designEffect, varianceComponents } from "#lib/domain/statistics/cluster-variance.ts";
import { type Clusters, numberClusters, numberClustersTogether } from "#lib/domain/statistics/clusters.ts";
import { sampleVariance } from "#lib/domain/statistics/moments.ts";
import { adjustP } from "#lib/domain/statistics/p-adjust.ts";
import { pairedT } from "#lib/domain/statistics/paired-t.ts";
import { policyPermutationTest } from "#lib/domain/statistics/policy-permutation.ts";
import { midRanks } from "#lib/domain/statistics/ranks.ts";
import { clusterSignFlipTest, signFlipTest } from "#lib/domain/statistics/sign-flip.ts";
import { wilcoxonSignedRank } from "#lib/domain/statistics/wilcoxon.ts";
import { simulateCells } from "./simulated.ts";

/** Share of all sign vectors whose sum is as far from 0 as the one given: `values` are ranks or differences. */
function shareOfFlips(values: number[], observed: number): number {
  const count = 2 ** values.length;
  let hits = 0;
  for (let bits = 0; bits < count; bits += 1) {
    const total = values.reduce((sum, value, i) => sum + ((bits >> i) & 1 ? value : -value), 0);
    if (Math.abs(total) >= Math.abs(observed) - 1e-9) hits += 1;
  }
  return hits / count;
}

const smallDifferences = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 9 });

describe("tests of one mean", () => {
  it("count the same sign flips as going through all of them", () => {
    fc.assert(
      fc.property(smallDifferences, (d) => {
        const total = d.reduce((sum, value) => sum + value, 0);
        expect(signFlipTest(d, 1).p).toBeCloseTo(shareOfFlips(d, total), 12);
        const nonzero = d.filter((value) => value !== 0);
        if (nonzero.length === 0) return;
        const ranks = Array.from(midRanks(nonzero.map(Math.abs)));
        const signed = ranks.reduce((sum, rank, i) => sum + Math.sign(nonzero[i]!) * rank, 0);
        expect(wilcoxonSignedRank(d).pExact).toBeCloseTo(shareOfFlips(ranks, signed), 12);
      }),
    );
  });

  it("give the same p from drawn flips with the same seed, close to the exact one", () => {
    const d = Array.from({ length: 16 }, (_, i) => ((i * 7) % 5) - 1.3);
    const drawn = signFlipTest(d, 42);
    expect(drawn).toEqual(signFlipTest(d, 42));
    expect(drawn.exact).toBe(false);
    expect(drawn.p).toBeGreaterThan(0);
    const exact = shareOfFlips(
      d,
      d.reduce((sum, value) => sum + value, 0),
    );
    expect(Math.abs(drawn.p - exact)).toBeLessThan(5 * Math.sqrt((exact * (1 - exact)) / 9999));
  });

  it("say how small p can become", () => {
    expect(clusterSignFlipTest([1, 1, 2, 3, 4, 5], numberClusters([0, 0, 1, 1, 2, 3]), 1)).toEqual({
      p: 0.125,
      permutations: 16,
      exact: true,
      smallestP: 0.125,
    });
    expect(signFlipTest([0, 0], 1)).toMatchObject({ p: 1, smallestP: 1 });
  });

  it("count all flips of the differences that are not 0, and say no p below the smallest", () => {
    const eleven = Array.from({ length: 11 }, () => 1);
    for (const seed of [1, 2, 3, 4, 5])
      expect(signFlipTest([...eleven, ...new Array<number>(9).fill(0)], seed)).toEqual({
        p: 2 ** -10,
        permutations: 2 ** 20,
        exact: true,
        smallestP: 2 ** -10,
      });
  });

  it("agree with CR2 on one cell per episode", () => {
    const d = [1, 3, 2, -1, 0.5, 2.5];
    const t = pairedT(d);
    const robust = clusterMean(d, numberClusters([...d.keys()]));
    expect(robust.p).toBeCloseTo(t.p!, 9);
    expect(robust.interval![0]).toBeCloseTo(t.interval![0], 9);
  });

  it("leave out Wilcoxon's exact value above 200 differences, where the other is the same", () => {
    const d = Array.from({ length: 200 }, (_, i) => ((i * 37) % 101) - 43.5);
    const exact = wilcoxonSignedRank(d);
    expect(exact.pExact).toBeCloseTo(exact.pAsymptotic!, 2);
    expect(wilcoxonSignedRank([...d, 7, 8]).pExact).toBeNull();
  });
});

describe("exchanging the names of two policies", () => {
  const numbered = (...keys: number[][]) => numberClustersTogether(keys) as [Clusters, Clusters];

  it("deals out whole episodes where none is shared", () => {
    const [base, trained] = numbered([0, 0, 1], [2, 3]);
    const found = policyPermutationTest({ d: [0, 0, 1], clusters: base }, { d: [4, 5], clusters: trained }, 1)!;
    expect(found).toMatchObject({ permutations: 6, exact: true, p: 2 / 6, smallestP: 2 / 6 });
  });

  it("exchanges inside shared scenarios and leaves the others", () => {
    const [base, trained] = numbered([0, 1, 2], [0, 1, 2]);
    const found = policyPermutationTest({ d: [0, 1, 0], clusters: base }, { d: [3, 2, 4], clusters: trained }, 1)!;
    expect(found).toMatchObject({ permutations: 8, exact: true, p: 0.25, smallestP: 0.25 });
    const alike = numbered([...Array(20).keys()], [...Array(20).keys()]);
    const [before, after] = [0, 1].map((more) => Array.from({ length: 20 }, (_, g) => (g < 3 ? more : 0)));
    const few = policyPermutationTest({ d: before!, clusters: alike[0] }, { d: after!, clusters: alike[1] }, 1)!;
    expect(few, "what is alike under both names needs no draws").toMatchObject({
      exact: true,
      p: 0.25,
      smallestP: 0.25,
    });
    const [some, other] = numbered([0, 1, 9], [0, 1, 8]);
    expect(policyPermutationTest({ d: [0, 1, 0], clusters: some }, { d: [3, 2, 4], clusters: other }, 1)).toMatchObject(
      {
        permutations: 4,
        smallestP: 0.25,
      },
    );
  });

  it("draws by seed where there are too many arrangements, and finds a difference that is there", () => {
    const [b, t] = [0, 1.2].map((bias, i) => simulateCells(seededRandom(i + 1), { episodes: 30, bias }));
    const [base, trained] = numbered(
      Array.from(b!.clusters.of),
      Array.from(t!.clusters.of, (g) => g + 50),
    );
    const test = () => policyPermutationTest({ d: b!.d, clusters: base }, { d: t!.d, clusters: trained }, 9, 999)!;
    expect(test()).toEqual(test());
    expect(test().p).toBeLessThan(0.01);
    expect(
      policyPermutationTest({ d: [], clusters: { of: [], count: base.count } }, { d: t!.d, clusters: trained }, 9),
    ).toBeNull();
  });
});

describe("families of p-values", () => {
  it("grow, keep their order, and grow more with Holm and with BY than with BH", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 }), (p) => {
        const [holm, bh, by] = (["holm", "bh", "by"] as const).map((method) => adjustP(p, method) as number[]);
        p.forEach((value, i) => {
          expect(bh![i]).toBeGreaterThanOrEqual(value - 1e-12);
          expect(holm![i]).toBeGreaterThanOrEqual(bh![i]! - 1e-12);
          expect(by![i]).toBeGreaterThanOrEqual(bh![i]! - 1e-12);
          expect(by![i]).toBeLessThanOrEqual(1);
          p.forEach((other, j) => {
            if (value < other) expect(holm![i]).toBeLessThanOrEqual(holm![j]!);
          });
        });
      }),
    );
  });
});

describe("what cells of an episode share", () => {
  it("splits the variance, and finds what was put in", () => {
    const { d, clusters } = simulateCells(seededRandom(4), { episodes: 3000, sizes: [2, 3], rho: 0.4 });
    expect(clusterIcc(d, clusters).icc.value).toBeCloseTo(0.4, 1);
    const { between, within } = varianceComponents(d, clusters);
    expect(between + within).toBeCloseTo(sampleVariance(d), 1);
    expect(designEffect(2, 0.4)).toBeCloseTo(1.4, 12);
    expect(designEffect(2, -0.4)).toBe(1);
  });

  it("says why it cannot", () => {
    expect(clusterIcc([1, 2], numberClusters([0, 0])).icc.reason).toBe("single_cluster");
    expect(clusterIcc([1, 2], numberClusters([0, 1])).icc.reason).toBe("no_item_with_two_ratings");
    expect(clusterIcc([1, 1, 1, 1], numberClusters([0, 0, 1, 1])).icc.reason).toBe("no_variation");
  });
});

describe("the bootstrap of a mean", () => {
  it("comes close to all resamples, and is the same for the same seed", () => {
    const d = [1, 2, 0, -1, 3, 1, 2, 2, 0, 1];
    const clusters = numberClusters([0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
    const drawn = bootstrapClusterMean(d, clusters, { resamples: 20_000, seed: 3 });
    const all = exhaustBootstrapMean(d, clusters);
    expect(drawn).toEqual(bootstrapClusterMean(d, clusters, { resamples: 20_000, seed: 3 }));
    expect(Math.abs(drawn.se! - all.se!)).toBeLessThan(0.02);
    expect(Math.abs(drawn.interval![0] - all.interval![0])).toBeLessThan(0.11);
    expect(() => exhaustBootstrapMean(d, numberClusters([...d.keys()]))).toThrow(RangeError);
  });

  it("has no interval for one episode or equal values", () => {
    const options = { resamples: 100, seed: 1 };
    expect(bootstrapClusterMean([1, 2], numberClusters([0, 0]), options).reason).toBe("single_cluster");
    expect(bootstrapClusterMean([1, 1], numberClusters([0, 1]), options)).toMatchObject({
      value: 1,
      interval: null,
      reason: "zero_variance",
    });
    expect(bootstrapClusterMean([], numberClusters([]), options).reason).toBe("no_data");
  });
});
