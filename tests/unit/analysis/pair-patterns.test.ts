import { describe, expect, test } from "vitest";
import { seededRandom } from "#lib/domain/shared/random.ts";
import { kendallTauB } from "#lib/domain/statistics/kendall.ts";
import {
  bootstrapCorrelations,
  CORRELATIONS,
  correlationsOfCounts,
  countDrawn,
  pairPatterns,
} from "#lib/domain/statistics/pair-patterns.ts";
import { pearson } from "#lib/domain/statistics/pearson.ts";
import { spearman } from "#lib/domain/statistics/spearman.ts";

const OF_CELLS = { spearman, pearson, kendall: kendallTauB };

const random = seededRandom(7);
const judge = Float64Array.from({ length: 300 }, () => random.int(0, 10));
const human = judge.map((score) => Math.max(0, Math.min(10, score + random.int(-4, 4) / 2)));
const clusters = { of: Int32Array.from(judge, (_, cell) => Math.floor(cell / 3)), count: 100 };

describe("correlations from counts of patterns", () => {
  const patterns = pairPatterns(judge, human, clusters);

  test.each(CORRELATIONS)("%s is that of the cells", (name) => {
    expect(correlationsOfCounts(patterns, patterns.counts)[name].value).toBeCloseTo(
      OF_CELLS[name](judge, human).value!,
      12,
    );
  });

  test.each(CORRELATIONS)(
    "%s of drawn clusters is that of their cells, repeated as often as they are drawn",
    (name) => {
      const drawn = [4, 4, 9, 50, 51, 51, 51, 99];
      const counts = new Int32Array(patterns.counts.length);
      countDrawn(patterns, drawn, counts);
      const cells = drawn.flatMap((cluster) => [0, 1, 2].map((place) => cluster * 3 + place));
      const [x, y] = [judge, human].map((side) => cells.map((cell) => side[cell]!)) as [number[], number[]];
      expect(correlationsOfCounts(patterns, counts)[name].value).toBeCloseTo(OF_CELLS[name](x, y).value!, 12);
    },
  );

  test.each(CORRELATIONS)("%s is undefined in the same cases", (name) => {
    const of = (x: number[], y: number[]) => {
      const few = pairPatterns(x, y, { of: new Int32Array(x.length), count: 1 });
      return correlationsOfCounts(few, few.counts)[name];
    };
    for (const [x, y] of [
      [[], []],
      [[3], [4]],
      [
        [8, 8, 8],
        [1, 2, 3],
      ],
    ])
      expect(of(x!, y!)).toEqual(OF_CELLS[name](x!, y!));
  });

  test("tau-b is that of the cells where few points of a large lattice occur", () => {
    const [x, y] = [judge, human].map((side) => side.map((score, cell) => score + ((cell * 37) % 300) / 1000));
    const fine = pairPatterns(x!, y!, clusters);
    expect(fine.xValues.length * fine.yValues.length).toBeGreaterThan(100 * fine.counts.length);
    expect(correlationsOfCounts(fine, fine.counts).kendall.value).toBeCloseTo(kendallTauB(x!, y!).value!, 12);
  });

  test("give the same intervals for the same seed, and others for another", () => {
    const options = { resamples: 400, seed: 11, confidence: 0.95 };
    const first = bootstrapCorrelations(patterns, options);
    expect(bootstrapCorrelations(patterns, options)).toEqual(first);
    expect(bootstrapCorrelations(patterns, { ...options, seed: 12 })).not.toEqual(first);
    for (const name of CORRELATIONS) {
      const [low, high] = first[name].bootstrap!.interval!;
      expect(low).toBeLessThan(first[name].estimate.value!);
      expect(high).toBeGreaterThan(first[name].estimate.value!);
    }
  });
});
