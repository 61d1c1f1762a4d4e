import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom, shuffled } from "#lib/domain/shared/random.ts";
import { integerScale } from "#lib/domain/statistics/agreement-weights.ts";
import { fleissOfPatterns } from "#lib/domain/statistics/fleiss-kappa.ts";
import { gwetOfPatterns } from "#lib/domain/statistics/gwet-ac.ts";
import { icc } from "#lib/domain/statistics/icc.ts";
import {
  oneWayIcc,
  oneWayIccOfPatterns,
  oneWayIccWithin,
  oneWayInterval,
  oneWaySums,
} from "#lib/domain/statistics/icc-one-way.ts";
import { itemPatterns } from "#lib/domain/statistics/item-patterns.ts";
import { type AlphaLevel, alphaOfPatterns, krippendorffAlpha } from "#lib/domain/statistics/krippendorff-alpha.ts";
import { pairwiseAgreementOfPatterns } from "#lib/domain/statistics/pairwise-agreement.ts";
import { patternBootstrap } from "#lib/domain/statistics/pattern-bootstrap.ts";
import { randolphOfPatterns } from "#lib/domain/statistics/randolph-kappa.ts";
import { groupByItem, ratedItems } from "#lib/domain/statistics/rated-items.ts";
import { ratingsNeeded, spearmanBrown } from "#lib/domain/statistics/spearman-brown.ts";
import { agreementByDefinition } from "./by-definition.ts";
import { normal } from "./simulated.ts";

const SCALE = integerScale(0, 10);
const LEVELS: AlphaLevel[] = ["nominal", "ordinal", "interval"];

/** Items of two agents per episode with 0 to 4 ratings each, skewed like real ones. */
const unitsOf = (score: fc.Arbitrary<number>) =>
  fc.array(fc.array(fc.oneof(score, fc.constant(null)), { maxLength: 4 }), { minLength: 2, maxLength: 24 });
const units = unitsOf(fc.oneof(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 7, max: 9 })));

type Unit = (number | null)[];

/** Every coefficient of the section, by name. */
function allOf(given: Unit[], clusters?: number[]) {
  const patterns = itemPatterns(ratedItems(given, clusters));
  return {
    patterns,
    coefficients: {
      within: pairwiseAgreementOfPatterns(patterns, 1),
      fleiss: fleissOfPatterns(patterns, SCALE),
      randolph: randolphOfPatterns(patterns, SCALE),
      ac2: gwetOfPatterns(patterns, SCALE, "quadratic"),
      nominal: alphaOfPatterns(patterns, "nominal"),
      ordinal: alphaOfPatterns(patterns, "ordinal"),
      interval: alphaOfPatterns(patterns, "interval"),
      icc: (counts: ArrayLike<number>) => oneWayIccOfPatterns(patterns)(counts).icc1,
    },
  };
}

function valuesOf(given: Unit[]): Record<string, number | null> {
  const { patterns, coefficients } = allOf(given);
  return Object.fromEntries(Object.entries(coefficients).map(([name, of]) => [name, of(patterns.counts).value]));
}

function expectSame(actual: Record<string, number | null>, expected: Record<string, number | null>): void {
  for (const [name, value] of Object.entries(expected)) {
    if (value === null) expect(actual[name], name).toBeNull();
    else expect(actual[name], name).toBeCloseTo(value, 9);
  }
}

describe("coefficients of agreement", () => {
  it("equal their definitions, pair by pair", () => {
    fc.assert(
      fc.property(units, (given) => {
        for (const level of LEVELS) {
          const { value, formula } = krippendorffAlpha(ratedItems(given), level);
          const expected = agreementByDefinition(given, level);
          if (expected === null) expect(formula).toBeNull();
          else expect(formula).toBeCloseTo(expected, 9);
          if (value !== null) expect(value).toBe(formula);
        }
      }),
    );
  });

  it("do not ask who rated, in which order, or for ratings that are missing", () => {
    fc.assert(
      fc.property(units, fc.integer(), (given, seed) => {
        const random = seededRandom(seed);
        const mixed = shuffled(
          given.map((unit) => shuffled([...unit, null], random)),
          random,
        );
        expectSame(valuesOf(mixed), valuesOf(given));
      }),
    );
  });

  it("do not move when every rating moves by the same amount, as far as they read distances", () => {
    fc.assert(
      fc.property(unitsOf(fc.integer({ min: 0, max: 10 })), fc.integer({ min: -20, max: 20 }), (given, shift) => {
        const moved = given.map((unit) => unit.map((score) => (score === null ? null : score + shift)));
        for (const level of LEVELS) {
          const before = krippendorffAlpha(ratedItems(given), level).value;
          const after = krippendorffAlpha(ratedItems(moved), level).value;
          expectSame({ alpha: after }, { alpha: before });
        }
        expectSame({ icc: oneWayIcc(ratedItems(moved)).icc1.value }, { icc: oneWayIcc(ratedItems(given)).icc1.value });
      }),
    );
  });

  it("are the same whether ratings come as lists or as a long column", () => {
    fc.assert(
      fc.property(units, fc.integer(), (given, seed) => {
        const rows = given.flatMap((unit, item) => unit.flatMap((score) => (score === null ? [] : [{ item, score }])));
        const mixed = shuffled(rows, seededRandom(seed));
        const grouped = groupByItem(
          mixed.map(({ item }) => item),
          mixed.map(({ score }) => score),
          [...given.keys()],
        );
        const { value, reason } = krippendorffAlpha(grouped, "interval");
        const expected = krippendorffAlpha(ratedItems(given), "interval");
        expectSame({ value }, { value: expected.value });
        expect(reason).toBe(expected.reason);
      }),
    );
  });

  it("never answer something that is not a number", () => {
    fc.assert(
      fc.property(units, (given) => {
        for (const value of Object.values(valuesOf(given)))
          if (value !== null) expect(Number.isFinite(value)).toBe(true);
      }),
    );
  });
});

describe("their bootstrap", () => {
  const options = { resamples: 200, seed: 7, confidence: 0.95 };
  const data = (episodes: number, seed: number) => {
    const random = seededRandom(seed);
    return Array.from({ length: episodes * 2 }, () => {
      const truth = random.int(2, 8);
      return [truth + random.int(-2, 2), truth + random.int(-2, 2)];
    });
  };
  const episodesOf = (given: unknown[]) => given.map((_, item) => item >> 1);
  const intervals = (given: Unit[], clusters: number[], seed = options.seed) => {
    const { patterns, coefficients } = allOf(given, clusters);
    return patternBootstrap(patterns, coefficients, { ...options, seed });
  };

  it("gives the same intervals for the same seed, and others for another", () => {
    const given = data(50, 1);
    const once = intervals(given, episodesOf(given));
    expect(intervals(given, episodesOf(given))).toEqual(once);
    expect(intervals(given, episodesOf(given), 8).interval.interval).not.toEqual(once.interval.interval);
  });

  it("does not ask in which order episodes come or how they are numbered", () => {
    const given = data(30, 2);
    const rows = given.map((unit, item) => ({ unit, episode: item >> 1 }));
    const mixed = shuffled(rows, seededRandom(3));
    const renumbered = mixed.map(({ episode }) => (episode * 7) % 30);
    const moved = intervals(
      mixed.map(({ unit }) => unit),
      renumbered,
    );
    const before = intervals(given, episodesOf(given));
    for (const name of ["interval", "ac2", "fleiss", "icc"] as const)
      moved[name].interval?.forEach((limit, end) => {
        expect(limit).toBeCloseTo(before[name].interval?.[end] as number, 9);
      });
  });

  it("takes percentiles from 40 episodes on and the transformed t below", () => {
    const [small, large] = [data(39, 4), data(40, 4)];
    expect(intervals(small, episodesOf(small)).interval.method).toBe("atanh-t");
    expect(intervals(large, episodesOf(large)).interval.method).toBe("percentile");
  });

  it("has no interval for one episode, and counts only episodes with two ratings of an item", () => {
    const pair = [
      [5, 6],
      [7, 3],
    ];
    expect(intervals(pair, [0, 0]).interval).toMatchObject({ interval: null, reason: "single_cluster", clusters: 1 });
    expect(intervals([...pair, [4], [9]], [0, 1, 2, 3]).interval.clusters).toBe(2);
  });

  it("is called unstable where many resamples have no value", () => {
    const given = [
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 4],
    ];
    const { interval, reason, undefinedCount } = intervals(given, [0, 1, 2, 3, 4, 5]).interval;
    expect({ interval, reason }).toEqual({ interval: null, reason: "unstable_bootstrap" });
    expect(undefinedCount).toBeGreaterThan(0.1 * options.resamples);
  });

  it("covers the truth about as often as it says", () => {
    const truth = krippendorffAlpha(ratedItems(data(20_000, 99)), "interval").value as number;
    const covered = Array.from({ length: 100 }, (_, round) => {
      const given = data(20, 1000 + round);
      const [low, high] = intervals(given, episodesOf(given)).interval.interval ?? [1, 0];
      return low <= truth && truth <= high ? 1 : 0;
    }).reduce<number>((sum, hit) => sum + hit, 0);
    expect(covered).toBeGreaterThanOrEqual(88);
  });
});

describe("intraclass correlation", () => {
  it("within groups has the squares of the ratings less the mean of their group, for which each group gives a degree of freedom", () => {
    fc.assert(
      fc.property(units, fc.integer({ min: 1, max: 4 }), (given, count) => {
        const groups = given.map((_, item) => (item * 7) % count);
        const items = ratedItems(given);
        const means = Array.from({ length: count }, (_, group) => {
          const own = given
            .filter((__, item) => groups[item] === group)
            .flat()
            .filter((score) => score !== null);
          return own.reduce((sum, score) => sum + score, 0) / own.length;
        });
        const centred = given.map((unit, item) =>
          unit.map((score) => (score === null ? null : score - means[groups[item]!]!)),
        );
        const [found, expected] = [oneWayIccWithin(oneWaySums(items, groups, count)), oneWayIcc(ratedItems(centred))];
        expect([found.itemCount, found.ratingCount]).toEqual([expected.itemCount, expected.ratingCount]);
        if (found.between === null || found.within === null || expected.between === null) return;
        const freedom =
          found.itemCount - new Set(groups.filter((_, item) => items.starts[item]! < items.starts[item + 1]!)).size;
        expect(found.between * freedom).toBeCloseTo(expected.between * (expected.itemCount - 1), 9);
        expect(found.within).toBeCloseTo(expected.within!, 9);
      }),
    );
  });

  it("within groups is right on average, with few items of each group too", () => {
    const random = seededRandom(3);
    const groups = Array.from({ length: 18 }, (_, item) => item % 6);
    const draws = Array.from({ length: 2000 }, () => {
      const given = groups.map((group) => {
        const item = 10 * group + normal(random);
        return [item + normal(random), item + normal(random)];
      });
      return oneWayIccWithin(oneWaySums(ratedItems(given), groups, 6));
    });
    const meanOf = (name: "between" | "within") => draws.reduce((sum, draw) => sum + draw[name]!, 0) / draws.length;
    // Items and ratings vary by 1 each: 1 + 2 · 1 between and 1 inside.
    expect(meanOf("between")).toBeCloseTo(3, 0);
    expect(meanOf("within")).toBeCloseTo(1, 1);
  });

  it("within groups of one item each says nothing about reliability", () => {
    const items = ratedItems([
      [1, 3],
      [7, 9],
    ]);
    expect(oneWayIccWithin(oneWaySums(items, [0, 1], 2)).icc1k).toEqual({ value: null, reason: "single_item" });
  });

  it("within groups has no variation where equal scores are no binary fractions", () => {
    const items = ratedItems([[0.1, 0.1], [0.1], [0.7, 0.7], [0.7, 0.7, 0.7]]);
    expect(oneWayIccWithin(oneWaySums(items, [0, 0, 1, 1], 2)).icc1).toEqual({ value: null, reason: "no_variation" });
  });

  const matrix = fc.tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 12 })).chain(([k, n]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: k, maxLength: k }), {
      minLength: n,
      maxLength: n,
    }),
  );

  it("is the same from a complete table and from items of any size, with its interval", () => {
    fc.assert(
      fc.property(matrix, (rows) => {
        const complete = icc(rows);
        const oneWay = oneWayIcc(ratedItems(rows));
        expectSame(
          { one: oneWay.icc1.value, k: oneWay.icc1k.value },
          { one: complete.icc1.value, k: complete.icc1k.value },
        );
        const limits = oneWayInterval(oneWay, 0.95);
        complete.icc1.interval?.forEach((limit, end) => {
          expect(limits?.[end]).toBeCloseTo(limit, 9);
        });
        if (oneWay.icc1.value !== null && oneWay.icc1k.value !== null)
          expect(spearmanBrown(oneWay.icc1.value, oneWay.m0 as number)).toBeCloseTo(oneWay.icc1k.value, 6);
      }),
    );
  });

  it("has the limits that are printed for the table of Shrout and Fleiss", () => {
    const { icc1k, icc3, icc3k } = icc([
      [9, 2, 5, 8],
      [6, 1, 3, 2],
      [8, 4, 6, 8],
      [7, 1, 2, 6],
      [10, 5, 6, 9],
      [6, 2, 4, 7],
    ]);
    const printed = [icc1k, icc3, icc3k].map(({ interval }) => interval?.map((limit) => limit.toFixed(2)).join(" to "));
    expect(printed).toEqual(["-0.88 to 0.91", "0.34 to 0.95", "0.68 to 0.99"]);
  });

  it("ignores an offset of one rater in ICC(3,1) and lowers ICC(2,1) by it", () => {
    const rows = [
      [1, 2],
      [4, 4],
      [6, 7],
      [8, 8],
    ];
    const shifted = rows.map(([a, b]) => [a as number, (b as number) + 3]);
    expect(icc(shifted).icc3.value).toBeCloseTo(icc(rows).icc3.value as number, 9);
    expect(icc(shifted).icc2.value as number).toBeLessThan(icc(rows).icc2.value as number);
  });

  it("says no reliability instead of a number where items differ no more than raters", () => {
    const result = icc([
      [1, 9],
      [9, 2],
      [2, 8],
      [8, 1],
      [5, 5],
    ]);
    expect([result.icc2.reason, result.icc2k.reason]).toEqual(["no_reliability", "no_reliability"]);
  });

  it("says how many ratings reach a reliability", () => {
    const needed = ratingsNeeded(0.4, 0.8).value as number;
    expect(needed).toBeCloseTo(6, 9);
    expect(spearmanBrown(0.4, needed)).toBeCloseTo(0.8, 9);
    expect(ratingsNeeded(0, 0.8)).toEqual({ value: null, reason: "no_reliability" });
  });
});
