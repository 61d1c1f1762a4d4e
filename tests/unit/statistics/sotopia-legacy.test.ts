import { describe, expect, it } from "vitest";
import {
  binarise,
  firstRatings,
  legacyAlpha,
  legacyKappa,
  roundHalfEven,
} from "#lib/domain/statistics/sotopia-legacy.ts";

describe("rounding half to even", () => {
  it.each([
    [0.5, 0],
    [1.5, 2],
    [2.5, 2],
    [-0.5, 0],
    [-1.5, -2],
    [0.49, 0],
    [0.51, 1],
    [-0.51, -1],
  ])("%f becomes %i", (value, rounded) => {
    expect(roundHalfEven(value) + 0).toBe(rounded);
  });
});

/** Ratings per item with what the original script answers: PA, RA, alpha, Randolph, Fleiss. */
const CASES: [number[][], number[]][] = [
  [
    [
      [8, 9],
      [2, 3],
      [5, 6],
      [10, 0],
      [7, 7],
    ],
    [0.6, 0.466667, 0.25, 0.2, 0.166667],
  ],
  [
    [
      [3, 4],
      [-3, -4],
      [0, 2],
      [5, -5],
      [1, 2],
      [2.5, 3],
    ],
    [0.5, 0.106061, 0.440678, 0.5, 0.489362],
  ],
  [
    [
      [0, 0],
      [-10, -9],
      [0, -4],
      [-6, -5],
    ],
    [0.75, 0.464286, 0.533333, 0.5, 0.466667],
  ],
  [
    [
      [4, 3],
      [7, 7],
      [3, 0],
    ],
    [0.666667, 0.4, 0.444444, 0.333333, 0.333333],
  ],
  [
    [[8, 9], [2], [1, 9]],
    [0.5, 0.5, 0, 0, -0.333333],
  ],
];

describe("the original script", () => {
  it.each(CASES)("%j", (units, [pa, ra, alpha, randolph, fleiss]) => {
    const binarised = binarise(units) as number[][];
    const agreement = legacyAlpha(binarised);
    expect(agreement.pairwiseAgreement).toBeCloseTo(pa as number, 5);
    expect(agreement.randomAgreement).toBeCloseTo(ra as number, 5);
    expect(agreement.value).toBeCloseTo(alpha as number, 5);
    const kappa = legacyKappa(binarised, 2);
    expect(kappa.randolph.value).toBeCloseTo(randolph as number, 5);
    expect(kappa.fleiss.value).toBeCloseTo(fleiss as number, 5);
  });

  it("takes distances as they are without binarisation", () => {
    const agreement = legacyAlpha([
      [8, 9],
      [2, 4],
      [5, 5],
    ]);
    expect(agreement).toMatchObject({ pairwiseAgreement: 0, itemCount: 3 });
    expect(agreement.randomAgreement).toBeCloseTo(-2.133333, 5);
    expect(agreement.value).toBeCloseTo(0.680851, 5);
  });

  it("has no figure where all ratings are 0", () => {
    expect(binarise([[0, 0], [0]])).toBeNull();
  });

  it("refuses items with more ratings than it counts, for which it would give an impossible kappa", () => {
    const binarised = binarise([
      [8, 9, 1],
      [2, 3],
      [9, 9],
    ]) as number[][];
    expect(legacyAlpha(binarised).value).toBeCloseTo(0.611111, 5);
    expect(() => legacyKappa(binarised, 2)).toThrow(RangeError);
    expect(legacyKappa(firstRatings(binarised, 2), 2).randolph.value).toBe(1);
  });
});

/** The published table of 196 items: how many items have which pair of binarised ratings, PA and Randolph's kappa. */
const PUBLISHED: [dimension: string, pairs: [number, number, count: number][], pa: number, randolph: number][] = [
  [
    "believability",
    [
      [0, 1, 41],
      [1, 1, 136],
      [0, 0, 19],
    ],
    0.7908,
    0.5816,
  ],
  [
    "relationship",
    [
      [0, 1, 22],
      [1, 1, 9],
      [0, 0, 148],
      [-1, 0, 13],
      [-1, -1, 4],
    ],
    0.8214,
    0.7321,
  ],
  [
    "knowledge",
    [
      [0, 0, 170],
      [0, 1, 26],
    ],
    0.8673,
    0.7347,
  ],
  [
    "social rules",
    [
      [0, 0, 189],
      [-1, 0, 6],
      [-1, -1, 1],
    ],
    0.9694,
    0.9388,
  ],
  [
    "secret",
    [
      [0, 0, 195],
      [-1, 0, 1],
    ],
    0.9949,
    0.9898,
  ],
  [
    "financial",
    [
      [0, 0, 179],
      [0, 1, 9],
      [-1, 0, 6],
      [1, 1, 1],
      [-1, 1, 1],
    ],
    0.9133,
    0.8776,
  ],
  [
    "goal",
    [
      [1, 1, 55],
      [0, 0, 102],
      [0, 1, 39],
    ],
    0.801,
    0.602,
  ],
];

describe("the published table of agreement", () => {
  it.each(PUBLISHED)("%s", (_, pairs, pa, randolph) => {
    const units = pairs.flatMap(([a, b, count]) => Array.from({ length: count }, () => [a, b]));
    expect(units).toHaveLength(196);
    expect(legacyAlpha(units).pairwiseAgreement).toBeCloseTo(pa, 4);
    expect(legacyKappa(units, 2).randolph.value).toBeCloseTo(randolph, 4);
  });
});
