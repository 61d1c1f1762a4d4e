import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom, shuffled } from "#lib/domain/shared/random.ts";
import { groupedCorrelation } from "#lib/domain/statistics/grouped-correlation.ts";
import { kendallTauB } from "#lib/domain/statistics/kendall.ts";
import { measured } from "#lib/domain/statistics/measured.ts";
import { fisherInterval, pearson } from "#lib/domain/statistics/pearson.ts";
import { reliabilityCeiling } from "#lib/domain/statistics/reliability-ceiling.ts";
import { spearman } from "#lib/domain/statistics/spearman.ts";
import { simulateRatings } from "./simulated.ts";

/** Tau-b by looking at every pair. */
function tauByPairs(x: number[], y: number[]): number | null {
  let [score, untiedX, untiedY] = [0, 0, 0];
  for (let i = 0; i < x.length; i += 1)
    for (let j = 0; j < i; j += 1) {
      const [a, b] = [Math.sign(x[i]! - x[j]!), Math.sign(y[i]! - y[j]!)];
      score += a * b;
      untiedX += a * a;
      untiedY += b * b;
    }
  return untiedX * untiedY > 0 ? score / Math.sqrt(untiedX * untiedY) : null;
}

const scores = fc.array(fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 })), { maxLength: 60 });

describe("correlations", () => {
  it("count the same pairs for Kendall as looking at each of them", () => {
    fc.assert(
      fc.property(scores, (pairs) => {
        const [x, y] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
        const [found, expected] = [kendallTauB(x, y).value, tauByPairs(x, y)];
        if (expected === null) expect(found).toBeNull();
        else expect(found).toBeCloseTo(expected, 12);
      }),
    );
  });

  it.each([
    ["pearson", pearson],
    ["spearman", spearman],
    ["kendall", kendallTauB],
  ] as const)(
    "%s does not change with order, scale or constants, turns with the sign, and stays within -1 and 1",
    (_, correlation) => {
      fc.assert(
        fc.property(scores, fc.integer(), (pairs, seed) => {
          const [x, y] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
          const value = correlation(x, y).value;
          if (value === null) return;
          expect(Math.abs(value)).toBeLessThanOrEqual(1);
          const order = shuffled([...x.keys()], seededRandom(seed));
          expect(
            correlation(
              order.map((i) => y[i]!),
              order.map((i) => 3 * x[i]! - 7),
            ).value,
          ).toBeCloseTo(value, 10);
          expect(
            correlation(
              x,
              y.map((score) => -score),
            ).value,
          ).toBeCloseTo(-value, 10);
        }),
      );
    },
  );

  it("are 1 for a judge that is people", () => {
    const { human } = simulateRatings(1, 20);
    for (const correlation of [pearson, spearman, kendallTauB])
      expect(correlation(human, human).value).toBeCloseTo(1, 12);
  });

  it("have an interval by Fisher from four pairs on, and never at the ends", () => {
    expect(fisherInterval(0.5, 3)).toBeNull();
    expect(fisherInterval(1, 30)).toBeNull();
    const [low, high] = fisherInterval(0.5, 28)!;
    expect(Math.atanh(high) - Math.atanh(low)).toBeCloseTo((2 * 1.959964) / 5, 5);
  });

  it("keep their level between policies and lose it within when the judge is shuffled inside each policy", () => {
    const { judge, human, policies } = simulateRatings(8, 400);
    const before = groupedCorrelation(spearman, judge, human, policies);
    const mixed = [...judge];
    for (const policy of [0, 1]) {
      const places = [...judge.keys()].filter((i) => policies.of[i] === policy);
      shuffled(places, seededRandom(policy)).forEach((from, to) => {
        mixed[places[to]!] = judge[from]!;
      });
    }
    const after = groupedCorrelation(spearman, mixed, human, policies);
    expect(before.within.value).toBeGreaterThan(0.4);
    expect(Math.abs(after.within.value!)).toBeLessThan(0.1);
    expect(after.between.value).toBe(before.between.value);
    expect(after.pooled.value).toBeGreaterThan(0.2);
  });

  it("count the policies that have no value", () => {
    const groups = { of: [0, 0, 1, 1, 2], count: 4 };
    const found = groupedCorrelation(pearson, [1, 2, 8, 8, 3], [2, 3, 1, 4, 3], groups);
    expect(found).toMatchObject({ groupsUsed: 1, groupsSkipped: 2, within: { value: 1 } });
    const none = groupedCorrelation(pearson, [8, 8], [1, 2], { of: [0, 0], count: 1 });
    expect(none.within).toEqual({ value: null, reason: "constant_variable" });
  });

  it("keep policies with equal means tied, in whatever order their scores are added", () => {
    const human = [0.1, 0.2, 0.3, 0.3, 0.2, 0.1, 1.1, 1.2, 1.3];
    const groups = { of: human.map((_, i) => Math.floor(i / 3)), count: 3 };
    expect(0.1 + 0.2 + 0.3).not.toBe(0.3 + 0.2 + 0.1);
    const judge = groups.of.map((group) => [1, 2, 3][group]!);
    // Two of three pairs are in order and one is tied on one side: 2/√(3 · 2).
    expect(groupedCorrelation(kendallTauB, judge, human, groups).between.value).toBeCloseTo(2 / Math.sqrt(6), 12);
  });

  it("have a ceiling only where people are reliable", () => {
    expect(reliabilityCeiling(measured(0.49)).value).toBeCloseTo(0.7, 12);
    expect(reliabilityCeiling(measured(0))).toEqual({ value: null, reason: "no_reliability" });
  });
});
