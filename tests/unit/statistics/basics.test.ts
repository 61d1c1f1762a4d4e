import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bootstrapClusters, bootstrapInterval, distributionOf } from "#lib/domain/statistics/bootstrap.ts";
import { packClusters } from "#lib/domain/statistics/clusters.ts";
import { measured } from "#lib/domain/statistics/measured.ts";
import { median, quantile } from "#lib/domain/statistics/quantile.ts";
import { midRanks, tieSizes } from "#lib/domain/statistics/ranks.ts";
import { valuePlaces } from "#lib/domain/statistics/value-places.ts";

describe("quantiles", () => {
  it("lie between the sorted values, as numpy and R have them by default", () => {
    expect([0, 0.25, 0.5, 1].map((p) => quantile([1, 2, 4, 8], p))).toEqual([1, 1.75, 3, 8]);
    expect(quantile([1, 2, 4, 8], 0.9)).toBeCloseTo(6.8, 12);
    expect(median([9, 1, 5])).toBe(5);
    expect(() => quantile([], 0.5)).toThrow(RangeError);
  });
});

describe("numbering", () => {
  const scores = fc.oneof(
    fc.array(fc.integer({ min: -5, max: 10 })),
    fc.array(fc.integer({ min: -20, max: 40 }).map((quarter) => quarter / 4)),
    fc.array(fc.double({ noNaN: true, noDefaultInfinity: true })),
    fc.array(fc.integer({ min: 0, max: 3_000_000 })),
  );

  it("finds the distinct values in order, and each entry among them", () => {
    fc.assert(
      fc.property(scores, (list) => {
        const { values, places } = valuePlaces(list);
        const distinct = [...new Set(list)].sort((a, b) => a - b);
        expect([...values].map((value) => value + 0)).toEqual(distinct.map((value) => value + 0));
        expect(Array.from(places, (place) => values[place]! + 0)).toEqual(list.map((value) => value + 0));
      }),
    );
  });

  it("closes the gaps of clusters that lie near or far", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), fc.constantFrom(1, 1_000_000), (of, apart) => {
        const distinct = [...new Set(of)].sort((a, b) => a - b);
        const packed = packClusters(of.map((number) => number * apart));
        expect([...packed.of]).toEqual(of.map((number) => distinct.indexOf(number)));
        expect(packed.count).toBe(distinct.length);
      }),
    );
  });
});

describe("ranks", () => {
  it("share the mean where values are equal", () => {
    expect([...midRanks([10, 20, 20, 5, 20])]).toEqual([2, 4, 4, 1, 4]);
    expect(tieSizes([10, 20, 20, 5, 20, 5])).toEqual([2, 3]);
  });

  it("add up to those of the same number of different values", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 })), (values) => {
        const sum = midRanks(values).reduce((total, rank) => total + rank, 0);
        expect(sum).toBeCloseTo((values.length * (values.length + 1)) / 2, 9);
      }),
    );
  });
});

describe("resampling clusters", () => {
  it("draws every cluster about equally often", () => {
    const drawn = new Float64Array(7);
    bootstrapClusters({ clusterCount: 7, resamples: 5000, seed: 1 }, (clusters) => {
      for (const cluster of clusters) drawn[cluster]! += 1;
      return 0;
    });
    for (const times of drawn) expect(Math.abs(times - 5000)).toBeLessThan(4 * Math.sqrt(5000));
  });

  it("gives the standard error of a mean", () => {
    const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const distribution = bootstrapClusters({ clusterCount: 10, resamples: 4000, seed: 2 }, (drawn) =>
      drawn.reduce((sum, cluster) => sum + (values[cluster] as number) / 100, 0),
    );
    const { se } = bootstrapInterval(0.55, distribution, { clusters: 10, confidence: 0.95 });
    expect(se).toBeCloseTo(Math.sqrt(8.25 / 10) / 10, 2);
  });

  it("has no interval for one cluster, for what does not vary, or where a tenth has no value", () => {
    const of = (values: (number | null)[], clusters = 5) =>
      bootstrapInterval(0.5, distributionOf(values), { clusters, confidence: 0.95 }).reason;
    expect(of([0.4, 0.5, 0.6], 1)).toBe("single_cluster");
    expect(of([0.5, 0.5, 0.5])).toBe("zero_variance");
    expect(of([1, 1, 1])).toBe("zero_variance");
    expect(of([0.4, 0.5, null])).toBe("unstable_bootstrap");
    expect(of([0.4, 0.5, 0.6])).toBeNull();
  });

  it("keeps the interval of few clusters inside −1 and 1, also where resamples reach them", () => {
    const distribution = distributionOf([0.2, 0.9, 0.97, 1, 1]);
    const { interval } = bootstrapInterval(0.95, distribution, { clusters: 5, confidence: 0.95 });
    expect(interval?.[0]).toBeGreaterThan(-1);
    expect(interval?.[1]).toBeLessThan(1);
    expect(interval?.[1]).toBeGreaterThan(0.95);
  });
});

describe("a value that is defined", () => {
  it("is never anything but a number", () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) expect(() => measured(value)).toThrow(RangeError);
  });
});
