import { describe, expect, test } from "vitest";
import { seededRandom } from "#lib/domain/shared/random.ts";
import {
  bootstrapCorrelation,
  correlationOfCounts,
  countDrawn,
  pairPatterns,
} from "#lib/domain/statistics/pair-patterns.ts";
import { pearson } from "#lib/domain/statistics/pearson.ts";
import { spearman } from "#lib/domain/statistics/spearman.ts";

const random = seededRandom(7);
const judge = Float64Array.from({ length: 300 }, () => random.int(0, 10));
const human = judge.map((score) => Math.max(0, Math.min(10, score + random.int(-4, 4) / 2)));
const clusters = { of: Int32Array.from(judge, (_, cell) => Math.floor(cell / 3)), count: 100 };

describe("correlations from counts of patterns", () => {
  const patterns = pairPatterns(judge, human, clusters);

  test("are those of the cells", () => {
    expect(correlationOfCounts(patterns, patterns.counts, "pearson").value).toBeCloseTo(
      pearson(judge, human).value!,
      12,
    );
    expect(correlationOfCounts(patterns, patterns.counts, "spearman").value).toBeCloseTo(
      spearman(judge, human).value!,
      12,
    );
  });

  test("of drawn clusters are those of their cells, repeated as often as they are drawn", () => {
    const drawn = [4, 4, 9, 50, 51, 51, 51, 99];
    const counts = new Int32Array(patterns.counts.length);
    countDrawn(patterns, drawn, counts);
    const cells = drawn.flatMap((cluster) => [0, 1, 2].map((place) => cluster * 3 + place));
    const [x, y] = [judge, human].map((side) => cells.map((cell) => side[cell]!)) as [number[], number[]];
    expect(correlationOfCounts(patterns, counts, "spearman").value).toBeCloseTo(spearman(x, y).value!, 12);
  });

  test("are undefined in the same cases", () => {
    const of = (x: number[], y: number[]) => {
      const few = pairPatterns(x, y, { of: new Int32Array(x.length), count: 1 });
      return correlationOfCounts(few, few.counts, "spearman");
    };
    expect(of([], [])).toEqual(spearman([], []));
    expect(of([3], [4])).toEqual(spearman([3], [4]));
    expect(of([8, 8, 8], [1, 2, 3])).toEqual(spearman([8, 8, 8], [1, 2, 3]));
  });

  test("give the same interval for the same seed, and another for another", () => {
    const options = { resamples: 400, seed: 11, confidence: 0.95 };
    const first = bootstrapCorrelation(patterns, "spearman", options);
    expect(bootstrapCorrelation(patterns, "spearman", options)).toEqual(first);
    expect(bootstrapCorrelation(patterns, "spearman", { ...options, seed: 12 })).not.toEqual(first);
    const [low, high] = first.bootstrap!.interval!;
    expect(low).toBeLessThan(first.estimate.value!);
    expect(high).toBeGreaterThan(first.estimate.value!);
  });
});
