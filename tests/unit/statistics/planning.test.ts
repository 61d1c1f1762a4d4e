import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { neymanAllocation } from "#lib/domain/statistics/neyman-allocation.ts";
import { powerOfT, sampleSizeForDifference, sampleSizeForPairedT } from "#lib/domain/statistics/power.ts";
import { poweredSampleSize } from "#lib/domain/statistics/prediction-powered-size.ts";
import { bestRatersPerCell, biasVariance } from "#lib/domain/statistics/rater-allocation.ts";
import { expectedHalfWidth, sampleSizeForMean } from "#lib/domain/statistics/sample-size.ts";
import { sdFactors } from "#lib/domain/statistics/sd-interval.ts";
import { stratifiedMean } from "#lib/domain/statistics/stratified-mean.ts";

const agents = { cellsPerCluster: 2, rho: 0.3 };

describe("how many episodes", () => {
  it.each([
    [1.5, [93, 25, 13, 9]],
    [2, [163, 43, 21, 13]],
    [2.5, [253, 65, 31, 19]],
    [3, [362, 93, 43, 25]],
  ])("gives the planning table for differences with SD %s", (sd, expected) => {
    const found = [0.25, 0.5, 0.75, 1].map((halfWidth) => sampleSizeForMean({ ...agents, sd, halfWidth }).clusters);
    expect(found).toEqual(expected);
  });

  it("is the fewest that reach the width", () => {
    const { clusters } = sampleSizeForMean({ ...agents, sd: 2, halfWidth: 0.5 });
    expect(expectedHalfWidth(clusters, { ...agents, sd: 2 })).toBeLessThanOrEqual(0.5);
    expect(expectedHalfWidth(clusters - 1, { ...agents, sd: 2 })).toBeGreaterThan(0.5);
    expect(() => sampleSizeForMean({ ...agents, sd: 2, halfWidth: 0 })).toThrow(RangeError);
  });

  it("gives the table for differences in differences at 80 % power", () => {
    const sizes = (sd: number) =>
      [0.5, 0.75, 1.06, 1.5].map((difference) => sampleSizeForDifference({ ...agents, sd, difference }).clusters);
    expect(sizes(2)).toEqual([165, 74, 38, 20]);
    expect(sizes(2.5)).toEqual([257, 115, 58, 30]);
    expect(sampleSizeForDifference({ ...agents, sd: 2, difference: -1.06 }).clusters).toBe(38);
  });

  it("has the power that was asked for, and no fewer episodes would", () => {
    const n = sampleSizeForPairedT(0.5, { power: 0.9 });
    expect(powerOfT(0.5 * Math.sqrt(n), n - 1)).toBeGreaterThanOrEqual(0.9);
    expect(powerOfT(0.5 * Math.sqrt(n - 1), n - 2)).toBeLessThan(0.9);
    expect(() => sampleSizeForPairedT(0)).toThrow(RangeError);
  });

  it("needs all labels of a useless judge, and refuses a pool that is too small", () => {
    expect(poweredSampleSize(0, 200, 1000).labels).toBe(200);
    expect(poweredSampleSize(0.7, 200, 200).labels).toBe(200);
    expect(() => poweredSampleSize(0.7, 200, 100)).toThrow(RangeError);
  });

  it("says how uncertain the spread of a pilot is", () => {
    const [low, high] = sdFactors(10)!;
    expect(low).toBeCloseTo(0.69, 2);
    expect(high).toBeCloseTo(1.83, 2);
    expect(sdFactors(1)).toBeNull();
  });
});

describe("where to spend labels", () => {
  const strata = fc.array(
    fc.record({ size: fc.integer({ min: 0, max: 60 }), sd: fc.double({ min: 0, max: 5, noNaN: true }) }),
    {
      minLength: 1,
      maxLength: 6,
    },
  );

  it("hands out exactly what there is, at least 2 and at most all of each stratum", () => {
    fc.assert(
      fc.property(strata, fc.double({ min: 0, max: 1, noNaN: true }), (cells, share) => {
        const least = cells.reduce((sum, { size }) => sum + Math.min(2, size), 0);
        const most = cells.reduce((sum, { size }) => sum + size, 0);
        const labels = Math.round(least + share * (most - least));
        const { integer } = neymanAllocation(cells, labels);
        expect(integer.reduce((sum, count) => sum + count, 0)).toBe(labels);
        cells.forEach(({ size }, h) => {
          expect(integer[h]).toBeGreaterThanOrEqual(Math.min(2, size));
          expect(integer[h]).toBeLessThanOrEqual(size);
        });
      }),
    );
  });

  it("gives ties to the earlier stratum, less to what costs more, and refuses what cannot be", () => {
    const alike = { size: 10, sd: 1 };
    expect(neymanAllocation([alike, alike, alike], 10).integer).toEqual([4, 3, 3]);
    expect(neymanAllocation([{ ...alike, cost: 4 }, alike], 9).integer).toEqual([3, 6]);
    expect(
      neymanAllocation(
        [
          { size: 10, sd: 0 },
          { size: 20, sd: 0 },
        ],
        12,
      ).integer,
    ).toEqual([4, 8]);
    expect(() => neymanAllocation([alike, alike], 3)).toThrow(RangeError);
    expect(() => neymanAllocation([alike], 11)).toThrow(RangeError);
  });

  it("prefers episodes to raters unless episodes cost much", () => {
    const variance = { episode: 1, cell: 0.5, human: 2 };
    expect(bestRatersPerCell(variance, 2, { costPerEpisode: 0, costPerRating: 1 }).value).toBe(1);
    expect(bestRatersPerCell(variance, 2, { costPerEpisode: 40, costPerRating: 1 }).value).toBeCloseTo(4, 12);
    expect(
      bestRatersPerCell({ episode: 0, cell: 0, human: 1 }, 2, { costPerEpisode: 1, costPerRating: 1 }).reason,
    ).toBe("no_variation");
    const design = (ratersPerCell: number) => ({ episodes: 120 / ratersPerCell, cellsPerEpisode: 2, ratersPerCell });
    expect(biasVariance(variance, design(1))).toBeLessThan(biasVariance(variance, design(3)));
  });

  it("weighs strata by size and knows when a stratum says nothing of its spread", () => {
    const whole = stratifiedMean(
      [
        { size: 2, values: [1, 3] },
        { size: 6, values: [4, 4] },
      ],
      { finite: true },
    );
    expect(whole.value).toBeCloseTo(3.5, 12);
    expect(whole.se).toBeCloseTo(0, 12);
    expect(stratifiedMean([{ size: 5, values: [1] }], { finite: true })).toMatchObject({
      value: 1,
      se: null,
      reason: "single_item",
    });
    expect(stratifiedMean([{ size: 5, values: [] }], { finite: true }).reason).toBe("no_data");
  });
});
