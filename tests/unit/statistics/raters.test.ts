import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom, shuffled } from "#lib/domain/shared/random.ts";
import { ALT_TEST_DEFAULTS, altTest } from "#lib/domain/statistics/alt-test.ts";
import { testAdvantage } from "#lib/domain/statistics/alt-test-decision.ts";
import { annotatorQuality, type RatingFacts } from "#lib/domain/statistics/annotator-quality.ts";
import { goldAccuracy } from "#lib/domain/statistics/gold-accuracy.ts";
import { leaveOneOut } from "#lib/domain/statistics/leave-one-out.ts";
import { nelderMead } from "#lib/domain/statistics/nelder-mead.ts";
import { raterRows } from "#lib/domain/statistics/rater-rows.ts";
import { raterSeverity } from "#lib/domain/statistics/rater-severity.ts";
import { raterSeverityModel, raterShare, reliabilityOfMean } from "#lib/domain/statistics/rater-severity-model.ts";
import { logTimeScores } from "#lib/domain/statistics/rating-time.ts";
import { longestRun, runExpectedByChance } from "#lib/domain/statistics/straight-lining.ts";
import { wilsonInterval } from "#lib/domain/statistics/wilson.ts";
import { normal } from "./simulated.ts";

type Row = [rater: string, item: string, value: number];

/** Ratings of `items` items by two of `severities.length` raters each, who differ by their severities. */
function simulate(seed: number, items: number, severities: readonly number[]): Row[] {
  const random = seededRandom(seed);
  return Array.from({ length: items }, (_, item) => {
    const truth = 5 + 2 * normal(random);
    const pair = shuffled([...severities.keys()], random).slice(0, 2);
    return pair.map(
      (rater): Row => [`r${rater}`, `i${item}`, truth + (severities[rater] as number) + 0.7 * normal(random)],
    );
  }).flat();
}

const SEVERITIES = [-1, -0.5, 0, 0.5, 1];

function severityByName(rows: Row[]): Record<string, number> {
  const numbered = raterRows(rows);
  const { severity } = raterSeverity(numbered);
  return Object.fromEntries(numbered.raterIds.map((id, rater) => [id, severity?.[rater]?.value as number]));
}

describe("severity as a fixed effect", () => {
  it("adds up to 0, does not ask for the order of rows, and moves with a rater", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: -3, max: 3 }), (seed, shift) => {
        const rows = simulate(seed, 40, SEVERITIES);
        const before = severityByName(rows);
        expect(Object.values(before).reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 9);
        const moved = shuffled(rows, seededRandom(seed)).map(
          ([rater, item, value]): Row => [rater, item, rater === "r2" ? value + shift : value],
        );
        const after = severityByName(moved);
        for (const [name, value] of Object.entries(before))
          expect(after[name]).toBeCloseTo(value + (name === "r2" ? shift * 0.8 : -shift * 0.2), 9);
      }),
      { numRuns: 30 },
    );
  });

  it("has intervals that hold the truth about as often as they say", () => {
    let covered = 0;
    for (let round = 0; round < 100; round += 1) {
      const numbered = raterRows(simulate(round, 60, SEVERITIES));
      const { severity } = raterSeverity(numbered);
      const [low, high] = severity?.[numbered.raterIds.indexOf("r4")]?.interval ?? [1, 0];
      if (low <= 1 && 1 <= high) covered += 1;
    }
    expect(covered).toBeGreaterThanOrEqual(88);
    expect(covered).toBeLessThanOrEqual(100);
  });

  it("names the groups of raters who share no item", () => {
    const rows: Row[] = [
      ["a", "1", 5],
      ["b", "1", 6],
      ["c", "2", 5],
      ["d", "2", 7],
      ["e", "2", 4],
    ];
    const result = raterSeverity(raterRows(rows));
    expect(result).toMatchObject({ severity: null, reason: "disconnected_design" });
    expect(result.groups).toEqual([
      [2, 3, 4],
      [0, 1],
    ]);
    expect(raterSeverity(raterRows([["a", "1", 5]]))).toMatchObject({ severity: null, reason: "single_rater" });
  });
});

describe("severity as a random effect", () => {
  it("finds the variances that the ratings were made with", () => {
    const random = seededRandom(11);
    const severities = Array.from({ length: 60 }, () => 0.8 * normal(random));
    const { model } = raterSeverityModel(raterRows(simulate(12, 1500, severities)));
    expect(model?.variance.item).toBeCloseTo(4, 0);
    expect(Math.sqrt(model?.variance.rater ?? 0)).toBeGreaterThan(0.6);
    expect(Math.sqrt(model?.variance.rater ?? 0)).toBeLessThan(1);
    expect(Math.sqrt(model?.variance.residual ?? 0)).toBeCloseTo(0.7, 1);
  });

  it("moves the mean alone when every rating moves", () => {
    const rows = simulate(5, 80, SEVERITIES);
    const moved = rows.map(([rater, item, value]): Row => [rater, item, value + 100]);
    const [before, after] = [rows, moved].map((given) => raterSeverityModel(raterRows(given)).model);
    expect((after?.fixed[0] as number) - (before?.fixed[0] as number)).toBeCloseTo(100, 4);
    expect(after?.variance.rater).toBeCloseTo(before?.variance.rater as number, 3);
    before?.severity.forEach(({ value }, rater) => {
      expect(after?.severity[rater]?.value).toBeCloseTo(value, 4);
    });
  });

  it("reports no severity differences as a variance of 0, not as an error", () => {
    const { model, reason } = raterSeverityModel(raterRows(simulate(6, 80, [0, 0, 0, 0, 0])));
    expect(reason).toBeNull();
    expect(model?.variance.rater).toBe(0);
    expect(model?.severity.every(({ value }) => value === 0)).toBe(true);
  });

  it("takes the means of groups out before comparing raters", () => {
    const rows = simulate(7, 120, SEVERITIES);
    const group = Int32Array.from(rows, ([, item]) => Number(item.slice(1)) % 2);
    const shifted = rows.map(([rater, item, value], row): Row => [rater, item, value + 5 * (group[row] as number)]);
    const { model } = raterSeverityModel(raterRows(shifted), { groups: { of: group, count: 2 } });
    expect((model?.fixed[1] as number) - (model?.fixed[0] as number)).toBeGreaterThan(4);
    expect(model?.variance.item).toBeLessThan(6);
  });

  it("has no value where nothing can be compared", () => {
    const reasonOf = (rows: Row[]) => raterSeverityModel(raterRows(rows)).reason;
    const rate = (rater: string, ...values: number[]) => values.map((value, item): Row => [rater, `${item}`, value]);
    expect(reasonOf([])).toBe("no_data");
    expect(reasonOf(rate("a", 1, 2))).toBe("single_rater");
    expect(reasonOf([...rate("a", 1), ...rate("b", 2)])).toBe("single_item");
    expect(reasonOf([...rate("a", 3, 3), ...rate("b", 3, 3)])).toBe("no_variation");
    expect(reasonOf([...rate("a", 3, 5, 9), ...rate("b", 3, 5, 9)])).toBe("zero_variance");
  });

  it("gives shares and reliabilities of its variances", () => {
    const variance = { item: 4, rater: 1, residual: 3 };
    expect(raterShare(variance)).toBeCloseTo(1 / 8, 12);
    expect(reliabilityOfMean(variance, 1)).toBeCloseTo(1 / 2, 12);
    expect(reliabilityOfMean(variance, 4)).toBeCloseTo(4 / 5, 12);
  });
});

describe("the search for the lowest point", () => {
  it("finds the bottom of a curved valley", () => {
    const { point } = nelderMead(([x = 0, y = 0]) => (1 - x) ** 2 + 100 * (y - x ** 2) ** 2, [-1.2, 1], { most: 2000 });
    expect(point[0]).toBeCloseTo(1, 3);
    expect(point[1]).toBeCloseTo(1, 3);
  });
});

describe("quality indicators", () => {
  it("compare a rater with the others only, also where one rated twice", () => {
    const rows = raterRows([
      ["a", "1", 4],
      ["a", "1", 6],
      ["b", "1", 3],
      ["a", "2", 9],
    ]);
    const [a, b] = leaveOneOut(rows, [0, 1]);
    expect(a?.bias).toMatchObject({ value: 2, n: 2, interval: null });
    expect(b?.bias.value).toBe(-2);
    expect(leaveOneOut(raterRows([["a", "1", 4]]), [0])[0]).toMatchObject({ mae: null, bias: { value: null } });
  });

  it("count the longest run, and take long runs for normal where everybody gives the same", () => {
    expect(longestRun([1, 1, 2, 2, 2, 1])).toBe(3);
    expect(longestRun([])).toBe(0);
    const mostlyZero = Array.from({ length: 200 }, (_, place) => (place % 20 === 0 ? -2 : 0));
    const spread = Array.from({ length: 200 }, (_, place) => place % 10);
    const limits = [mostlyZero, spread].map((pool) => runExpectedByChance(pool, 30, { seed: 1 }) as number);
    expect(limits[0]).toBeGreaterThan(20);
    expect(limits[1]).toBeLessThan(5);
    expect(runExpectedByChance(shuffled(spread, seededRandom(2)), 30, { seed: 1 })).toBe(limits[1]);
    expect(runExpectedByChance([1], 2, { seed: 1 })).toBeNull();
  });

  it("compare times inside a class of length", () => {
    const seconds = [10, 20, 40, 100, 200, 400];
    const scores = logTimeScores(
      seconds.map((value, place) => ({ seconds: value, words: null, lengthClass: place < 3 ? "short" : "long" })),
    );
    for (const place of [0, 1, 2]) expect(scores[place]).toBeCloseTo(scores[place + 3] as number, 9);
    expect(scores[1]).toBe(0);
    expect(scores[0]).toBeCloseTo(-1 / 1.4826, 9);
    expect(logTimeScores([{ seconds: 5, words: null, lengthClass: "one" }])).toEqual([null]);
  });

  it("flag somebody who clicks through, and nobody who works", () => {
    const random = seededRandom(3);
    const rows: Row[] = [];
    const facts: RatingFacts[] = [];
    for (let item = 0; item < 40; item += 1) {
      const truth = random.int(1, 9);
      for (const rater of ["careful", "thorough", "hasty"]) {
        const hasty = rater === "hasty";
        rows.push([rater, `i${item}`, hasty ? 10 : truth + random.int(-1, 1)]);
        const time = { seconds: hasty ? 3 : random.int(60, 200), words: 300, lengthClass: "all" };
        facts.push({ order: item, time });
      }
    }
    const numbered = raterRows(rows);
    const quality = annotatorQuality(numbered, facts, Int32Array.from(numbered.itemIds.keys()), {
      scaleWidth: 10,
      seed: 1,
    });
    const flags = Object.fromEntries(quality.map((one, rater) => [numbered.raterIds[rater] as string, one.flags]));
    expect(flags.hasty).toEqual(["differs", "straight-lining", "fast"]);
    for (const working of ["careful", "thorough"])
      expect(flags[working]?.filter((flag) => flag !== "differs")).toEqual([]);
  });
});

describe("the accuracy on gold items", () => {
  it("counts what lies within the tolerance, the limit included", () => {
    const ratings = [5, 6, 7, 3].map((value) => ({ value, gold: 5 }));
    const { n, share, interval } = goldAccuracy(ratings, 1);
    expect([n, share]).toEqual([4, 0.5]);
    expect(interval).toEqual(wilsonInterval(2, 4));
    expect(goldAccuracy([], 1)).toEqual({ n: 0, share: null, interval: null });
  });
});

describe("Wilson's interval", () => {
  it("stays inside 0 and 1 and holds the share", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.float({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const hits = Math.round(n * share);
        const [low, high] = wilsonInterval(hits, n) as [number, number];
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(hits / n + 1e-12);
        expect(high).toBeGreaterThanOrEqual(hits / n - 1e-12);
      }),
    );
    expect(wilsonInterval(3, 4)?.map((limit) => limit.toFixed(2))).toEqual(["0.30", "0.95"]);
    expect(wilsonInterval(0, 0)).toBeNull();
  });
});

describe("the alternative annotator test", () => {
  const panel = (items: number) => {
    const random = seededRandom(21);
    const truths = Array.from({ length: items }, () => random.int(2, 8));
    const rows = truths.flatMap((truth, item) =>
      ["h1", "h2", "h3"].map((rater): Row => [rater, `i${item}`, truth + random.int(-2, 2)]),
    );
    return { rows: raterRows(rows), truths, episodes: truths.map((_, item) => item >> 1) };
  };

  it("passes a judge that knows the truth, per item and per episode, and fails one that knows nothing", () => {
    const { rows, truths, episodes } = panel(120);
    const perItem = altTest(rows, truths, episodes, { ...ALT_TEST_DEFAULTS, perEpisode: false });
    const perEpisode = altTest(rows, truths, episodes);
    expect([perItem.passed, perEpisode.passed]).toEqual([true, true]);
    expect(perItem.humans[0]).toMatchObject({ items: 120, units: 120 });
    expect(perEpisode.humans[0]).toMatchObject({ items: 120, units: 60 });
    for (const { p } of [...perItem.humans, ...perEpisode.humans]) expect(p).toBeLessThan(0.001);
    const blind = altTest(
      rows,
      truths.map(() => 10),
      episodes,
    );
    expect(blind).toMatchObject({ passed: false, winningRate: { value: 0 } });
  });

  it("tests nobody on too little overlap: the advantage stays, p-values are exploratory", () => {
    const { rows, truths, episodes } = panel(12);
    const result = altTest(rows, truths, episodes);
    expect(result).toMatchObject({ passed: false, winningRate: { value: null, reason: "no_data" } });
    expect(result.advantage.value).toBeGreaterThan(0.5);
    for (const human of result.humans) {
      expect(human).toMatchObject({ exploratory: true, rejected: false, units: 6 });
      expect(human.p).toBeGreaterThanOrEqual(0);
      expect(human.p).toBeLessThanOrEqual(1);
    }
  });

  it("leaves out items without a judge score or a second human", () => {
    const rows = raterRows([
      ["a", "1", 5],
      ["b", "1", 5],
      ["a", "2", 5],
      ["a", "3", 5],
      ["b", "3", 5],
    ]);
    const result = altTest(rows, [5, 5, null], [0, 1, 2]);
    expect(result.humans.map(({ items }) => items)).toEqual([1, 1]);
  });

  it("decides by the value alone where units do not vary", () => {
    const same = (value: number) => new Array<number>(30).fill(value);
    expect(testAdvantage(same(0), 0.1, 30)).toEqual({ p: 0, exploratory: false });
    expect(testAdvantage(same(1), 0.1, 30)).toEqual({ p: 1, exploratory: false });
    expect(testAdvantage([], 0.1, 30)).toEqual({ p: null, exploratory: true });
  });
});
