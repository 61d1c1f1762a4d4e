import { describe, expect, it } from "vitest";
import { seededRandom, shuffled } from "#lib/domain/shared/random.ts";
import { inclusionWeightedMean } from "#lib/domain/statistics/inclusion-weighted-mean.ts";
import { normal } from "./simulated.ts";

const own = (count: number) => ({ of: Array.from({ length: count }, (_, i) => i), count });

describe("the mean weighted by inclusion", () => {
  it("is Hájek's ratio with variances by cluster", () => {
    // Errors -1, -2, 0 with weights 2, 4, 4: ratio -10/10 = -1. Residuals 0, -4, 4, times sqrt(1 - chance).
    const labelled = { human: [4, 4, 6], judge: [5, 6, 6], chance: [0.5, 0.25, 0.25], clusters: own(3) };
    const found = inclusionWeightedMean({ judge: [5, 6, 6, 7], labelled });
    expect(found).toMatchObject({ value: 5, n: 3, clusters: 3, df: 2, p: null });
    expect(found.se).toBeCloseTo(Math.sqrt((3 / 2) * 0.75 * 32) / 10, 12);
    // The two residuals in one cluster cancel out.
    const together = { ...labelled, clusters: { of: [0, 1, 1], count: 2 } };
    expect(inclusionWeightedMean({ judge: [5, 6, 6, 7], labelled: together })).toMatchObject({ value: 5, se: 0 });
  });

  it("says what is missing", () => {
    const none = { human: [], judge: [], chance: [], clusters: own(0) };
    expect(inclusionWeightedMean({ judge: [5], labelled: none })).toMatchObject({ value: null, reason: "no_data" });
    const one = { human: [4], judge: [5], chance: [0.5], clusters: own(1) };
    expect(inclusionWeightedMean({ judge: [5, 7], labelled: one })).toMatchObject({
      value: 5,
      reason: "single_cluster",
    });
    expect(() => inclusionWeightedMean({ judge: [5], labelled: { ...one, chance: [0] } })).toThrow(RangeError);
  });

  it("covers the mean of the frame while half of the drawn items is rated, with cells of an item alike", () => {
    const random = seededRandom(77);
    // Two strata of 120 and of 60 items, two cells each; the judge is 2 too high in the first and 0 in the second.
    const items = Array.from({ length: 180 }, (_, item) => {
      const shift = (item < 120 ? 2 : 0) + normal(random);
      return [0, 1].map(() => {
        const human = 5 + normal(random);
        return { human, judge: human + shift + 0.3 * normal(random) };
      });
    });
    const truth = items.flat().reduce((sum, { human }) => sum + human, 0) / 360;
    let [covered, total] = [0, 0];
    for (let draw = 0; draw < 500; draw += 1) {
      // 24 of each stratum are drawn; of those 12 are rated so far: chances 0.1 and 0.2.
      const rated = [
        ...shuffled([...Array(120).keys()], random).slice(0, 12),
        ...shuffled([...Array(60).keys()], random)
          .slice(0, 12)
          .map((item) => 120 + item),
      ];
      const cells = rated.flatMap((item, cluster) =>
        items[item]!.map((cell) => ({ ...cell, cluster, chance: item < 120 ? 0.1 : 0.2 })),
      );
      const found = inclusionWeightedMean({
        judge: items.flat().map(({ judge }) => judge),
        labelled: {
          human: cells.map(({ human }) => human),
          judge: cells.map(({ judge }) => judge),
          chance: cells.map(({ chance }) => chance),
          clusters: { of: cells.map(({ cluster }) => cluster), count: rated.length },
        },
      });
      total += found.value!;
      if (found.interval![0] <= truth && truth <= found.interval![1]) covered += 1;
    }
    expect(Math.abs(total / 500 - truth)).toBeLessThan(0.05);
    expect(covered / 500).toBeGreaterThan(0.92);
    expect(covered / 500).toBeLessThan(0.995);
  });

  it("compares clusters within the strata of the draw alone, and lone ones with each other", () => {
    // Errors 0, 2 | 6, 8 with weight 2: within each stratum the deviations are ±1, between them nothing counts.
    const labelled = { human: [0, 2, 6, 8], judge: [0, 0, 0, 0], chance: [0.5, 0.5, 0.5, 0.5], clusters: own(4) };
    const found = inclusionWeightedMean({ judge: [0, 0], labelled: { ...labelled, strata: [0, 0, 1, 1] } });
    expect(found).toMatchObject({ value: 4, df: 2 });
    // Each stratum adds 2/1 · 2 · (√0.5 · 2 · 1)² = 8 to the square of the sum, over Σ w = 8.
    expect(found.se).toBeCloseTo(Math.sqrt(8 + 8) / 8, 12);
    const asOne = inclusionWeightedMean({ judge: [0, 0], labelled }).se!;
    expect(inclusionWeightedMean({ judge: [0, 0], labelled: { ...labelled, strata: [0, 0, 0, 0] } }).se).toBe(asOne);
    const lone = inclusionWeightedMean({ judge: [0, 0], labelled: { ...labelled, strata: [0, 1, 2, 3] } });
    expect(lone.se, "Nothing but lone clusters: as without strata").toBeCloseTo(asOne, 12);
    const joined = inclusionWeightedMean({ judge: [0, 0], labelled: { ...labelled, strata: [0, 0, 0, 1] } });
    expect(joined.se).toBeCloseTo(asOne, 12);
  });

  it("covers as promised in a stratified draw whose strata differ, where the plain interval is too wide", () => {
    const random = seededRandom(4);
    const SIZES = [120, 60, 30];
    const DRAWN = [12, 12, 10];
    // The judge is far too high in one stratum and too low in another, so most variance of the errors lies between strata.
    const SHIFTS = [3, 0, -3];
    const items = SIZES.flatMap((size, stratum) =>
      Array.from({ length: size }, () => {
        const common = SHIFTS[stratum]! + (0.5 + stratum / 2) * normal(random);
        return [0, 1].map(() => ({ stratum, error: common + 0.5 * normal(random) }));
      }),
    );
    const truth = -items.flat().reduce((sum, { error }) => sum + error, 0) / items.flat().length;
    const covered = { stratified: 0, plain: 0 };
    const DRAWS = 1_000;
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const rated = SIZES.flatMap((size, stratum) => {
        const own = [...items.keys()].filter((item) => items[item]![0]!.stratum === stratum);
        return shuffled(own, random)
          .slice(0, DRAWN[stratum])
          .map((item) => ({ cells: items[item]!, chance: DRAWN[stratum]! / size }));
      });
      const cells = rated.flatMap(({ cells, chance }, cluster) => cells.map((cell) => ({ ...cell, cluster, chance })));
      const labelled = {
        human: cells.map(() => 0),
        judge: cells.map(({ error }) => error),
        chance: cells.map(({ chance }) => chance),
        clusters: { of: cells.map(({ cluster }) => cluster), count: rated.length },
      };
      const strata = cells.map(({ stratum }) => stratum);
      const intervals = {
        stratified: inclusionWeightedMean({ judge: [0], labelled: { ...labelled, strata } }).interval!,
        plain: inclusionWeightedMean({ judge: [0], labelled }).interval!,
      };
      for (const name of ["stratified", "plain"] as const)
        if (intervals[name][0] <= truth && truth <= intervals[name][1]) covered[name] += 1;
    }
    expect(covered.stratified / DRAWS).toBeGreaterThan(0.93);
    expect(covered.stratified / DRAWS).toBeLessThan(0.97);
    expect(covered.plain / DRAWS).toBeGreaterThan(0.99);
  });
});
