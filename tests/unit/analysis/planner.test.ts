import { describe, expect, test } from "vitest";
import { nextInStrata } from "#lib/domain/analysis/compute/allocation.ts";
import { planSentence } from "#lib/domain/analysis/compute/plan-sentence.ts";
import { plannedPower } from "#lib/domain/analysis/compute/planned-power.ts";
import { projectCurve } from "#lib/domain/analysis/compute/planner-curves.ts";
import { buildContext } from "#lib/domain/analysis/context.ts";
import { findView } from "#lib/domain/analysis/find-view.ts";
import type { OfferBand, PlannerFinding } from "#lib/domain/analysis/findings/planner.ts";
import type { ItemOffer } from "#lib/domain/analysis/offers.ts";
import { type AnalysisQuestionInput, analysisQuestionSchema } from "#lib/domain/analysis/question.ts";
import { seededRandom } from "#lib/domain/shared/random.ts";
import { clusterMean } from "#lib/domain/statistics/cluster-mean.ts";
import { type MadeItem, type MadeRating, makeColumns } from "#tests/factories/rating-columns.ts";

/** SD 2, two cells per episode that share 0.3: 4 · 1.3 ÷ 2 per episode (statistics.md 12). */
const PER_EPISODE = 2.6;
const aim = (targetHalfWidth: number) => ({ targetHalfWidth, confidence: 0.95 });

function plan(ratings: MadeRating[], items: Record<string, MadeItem>, question: AnalysisQuestionInput = {}) {
  const context = buildContext(makeColumns(ratings, items), analysisQuestionSchema.parse(question));
  const finding: PlannerFinding = findView(context, "planner");
  return { finding, part: finding.byDimension[0]! };
}

/** Episodes of two agents each: people say 4, 5 or 6 and the judge errs by `errors`; `others` only the judge has scored. */
function episodes(policy: string, errors: readonly [number, number][], others: readonly number[] = []) {
  const ratings: MadeRating[] = [];
  const items: Record<string, MadeItem> = {};
  const add = (place: number, judge: readonly number[], human: number | null) => {
    const item = `${policy} ${String(place).padStart(2, "0")}`;
    items[item] = { policies: [policy, policy], sampling: "random", inclusionProbability: 0.5, episodeId: item };
    for (const [seat, score] of judge.entries()) {
      ratings.push({ item, agent: seat + 1, rater: "judge", score });
      if (human !== null) ratings.push({ item, agent: seat + 1, rater: "ann", score: human });
    }
  };
  for (const [place, [first, second]] of errors.entries()) {
    const human = 4 + (place % 3);
    add(place, [human + first, human + second], human);
  }
  for (const [place, score] of others.entries()) add(errors.length + place, [score, score], null);
  return { ratings, items };
}

describe("a projected curve", () => {
  test("meets the sizes of the specification, and asks for more at the upper end of the spread", () => {
    const expectation = { varianceAt: () => PER_EPISODE, samples: 1 as const, have: 10, measuredOn: 10 };
    expect([0.25, 0.5, 0.75, 1].map((width) => projectCurve(expectation, aim(width))?.needed)).toEqual([
      163, 43, 21, 13,
    ]);
    const half = projectCurve(expectation, aim(0.5))!;
    // With ten episodes the spread may be 1.83 times as large: (1.83 · 2)² instead of 2².
    expect(half.factor).toBeCloseTo(1.8256, 4);
    expect(half.neededAtMost).toBe(
      projectCurve({ ...expectation, varianceAt: () => PER_EPISODE * 1.8256 ** 2 }, aim(0.5))!.needed,
    );
    expect(half.neededAtMost).toBe(136);
    const [last] = half.projected.slice(-1);
    expect(last!.high / last!.halfWidth).toBeCloseTo(1.8256, 4);
    expect(projectCurve({ ...expectation, measuredOn: 60 }, aim(0.5))!.neededAtMost).toBe(62);
  });

  test("of nothing that varies is none, and one out of reach says so", () => {
    const flat = { varianceAt: () => 0, samples: 1 as const, have: 10, measuredOn: 10 };
    expect(projectCurve(flat, aim(0.5))).toBeNull();
    const wide = projectCurve({ ...flat, varianceAt: () => 40_000 }, aim(0.5));
    expect(wide).toMatchObject({ needed: null, neededAtMost: null });
  });
});

describe("power", () => {
  test("asks for the episodes per policy of the specification", () => {
    const at = (sd: number) => ({ clusterVariance: (2 * sd * sd * 1.3) / 2, samples: 2 as const, factor: 1 });
    const needed = (sd: number) => [0.5, 0.75, 1.06, 1.5].map((size) => plannedPower(at(sd), size, 20).needed);
    expect(needed(2)).toEqual([165, 74, 38, 20]);
    expect(needed(2.5)).toEqual([257, 115, 58, 30]);
  });

  test("is the chance that there is now, and grows with the difference", () => {
    const narrowing = { clusterVariance: 5.2, samples: 2 as const, factor: 1.5 };
    const { now, needed, neededAtMost } = plannedPower(narrowing, 1.5, 20);
    expect([needed, now! >= 0.8, plannedPower(narrowing, 1.5, 19).now! < 0.8]).toEqual([20, true, true]);
    expect(neededAtMost).toBeGreaterThan(40);
    expect(plannedPower(narrowing, 1.5, 1).now).toBeNull();
    expect(plannedPower(narrowing, 0.01, 20).needed).toBeNull();
  });
});

describe("the plan in words", () => {
  const bias = {
    kind: "bias" as const,
    policy: { label: "BC", names: ["BC"], position: 0, colour: 0, isBase: true },
    noun: ["episode", "episodes"] as const,
    measured: [],
    projected: [],
    clusterVariance: PER_EPISODE,
    samples: 1 as const,
    factor: 1.3,
    needed: 43,
    neededAtMost: 74,
    have: 20,
  };
  const words = (curve: Partial<typeof bias>) => planSentence(aim(0.5), [{ ...bias, ...curve }], new Map([["BC", 2]]));

  test("promises no more than the upper end of the spread allows", () => {
    expect(words({})).toContain(
      "43 episodes per policy are enough for the bias within ±0.5 (up to 74 if the spread is at its upper limit; plan with those), at a standard deviation of 2.0.",
    );
    expect(words({})).toContain("20 to 30 % (9 to 13) of them");
    expect(words({})).not.toContain("pilot");
  });

  test("asks for a pilot where the spread is hardly known", () => {
    expect(words({ have: 6 })).toContain("With 6 episodes that spread is hardly known: rate at least 10");
    expect(planSentence(aim(0.5), [], new Map())).toContain("as a pilot");
  });
});

describe("the planner of an analysis", () => {
  const random = seededRandom(3);
  const errors = (count: number) =>
    Array.from({ length: count }, (): [number, number] => {
      const shared = random.int(-2, 2);
      return [shared + random.int(-1, 1), shared + random.int(-1, 1)];
    });

  test("tells ρ and the design effect: cells that always err alike are worth one", () => {
    const alike = episodes("a", [
      [1, 1],
      [-1, -1],
      [3, 3],
      [0, 0],
    ]);
    const { part } = plan(alike.ratings, alike.items);
    expect(part.clusterCorrelation.value).toBeCloseTo(1, 12);
    expect([part.designEffect, part.cellsPerCluster]).toEqual([2, 2]);
    expect(part.deviationInterval![0]).toBeLessThan(part.deviation.value!);
  });

  test("measures all three curves, and each ends with the interval that there is now", () => {
    const base = episodes("base", errors(14), [2, 5, 8, 9]);
    const tuned = episodes("tuned", errors(12), [1, 4, 6, 9]);
    const items = { ...base.items, ...tuned.items };
    const ratings = [...base.ratings, ...tuned.ratings];
    const { part } = plan(ratings, items);
    const curve = (kind: string) => part.curves.find((one) => one.kind === kind && one.policy.label === "tuned")!;
    for (const kind of ["bias", "difference", "debiased-mean"]) {
      expect(curve(kind).measured.length, kind).toBeGreaterThan(5);
      expect(curve(kind).measured.at(-1)?.clusters, kind).toBeGreaterThan(11);
    }
    const context = buildContext(makeColumns(ratings, items), analysisQuestionSchema.parse({}));
    const width = (interval: readonly [number, number] | null) => (interval![1] - interval![0]) / 2;
    const bias = findView(context, "bias").byDimension[0]!;
    const row = bias.policies.find(({ policy }) => policy.label === "tuned")!;
    expect(curve("bias").measured.at(-1)!.halfWidth).toBeCloseTo(width(row.bias.interval), 10);
    expect(curve("difference").measured.at(-1)!.halfWidth).toBeCloseTo(
      width(bias.differences[0]!.difference.interval),
      10,
    );
    const board = findView(context, "leaderboard").byDimension[0]!;
    const score = board.rows.find(({ policy }) => policy.label === "tuned")!;
    expect(curve("debiased-mean").measured.at(-1)!.halfWidth).toBeCloseTo(width(score.debiased.interval), 10);
    expect(part.curves.find(({ kind }) => kind === "difference")!.samples).toBe(2);
  });

  test("takes the first clusters in the order in which people rated them", () => {
    const chosen = errors(8);
    const made = episodes("a", chosen);
    const { part } = plan(made.ratings, made.items);
    const [first] = part.curves.find(({ kind }) => kind === "bias")!.measured;
    const { interval } = clusterMean(chosen.slice(0, 3).flat(), { of: [0, 0, 1, 1, 2, 2], count: 3 });
    expect(first).toMatchObject({ clusters: 3 });
    expect(first!.halfWidth).toBeCloseTo((interval![1] - interval![0]) / 2, 10);
  });

  test("counts scenarios for the difference where both policies played them", () => {
    const both = ["base", "tuned"].map((policy) => episodes(policy, errors(12)));
    const items = Object.assign({}, ...both.map((made) => made.items)) as Record<string, MadeItem>;
    for (const [key, item] of Object.entries(items)) item.scenarioKey = `scenario ${key.slice(-2)}`;
    const { part } = plan(
      both.flatMap((made) => made.ratings),
      items,
    );
    const difference = part.curves.find(({ kind }) => kind === "difference")!;
    expect(difference).toMatchObject({ samples: 1, have: 12, noun: ["scenario", "scenarios"] });
    expect(part.curves.find(({ kind }) => kind === "bias")!.noun).toEqual(["episode", "episodes"]);
    // t(11) times the error now, so the projection goes on where the measured curve ends (t by CR2's own degrees of freedom).
    const now = difference.measured.at(-1)!;
    expect(now.clusters).toBe(12);
    expect(now.halfWidth / (2.201 * Math.sqrt(difference.clusterVariance / 12))).toBeCloseTo(1, 1);
  });

  test("allocates items by policy and band of their mean score, and leaves none without a chance", () => {
    const made = episodes("a", errors(12), [0, 1, 2, 5, 5, 5, 9, 9, 9, 9]);
    const { part } = plan(made.ratings, made.items, { targetHalfWidth: 0.3 });
    expect(part.allocation.map(({ band }) => band.from)).toEqual([0, 4, 7]);
    expect(part.allocation.reduce((sum, row) => sum + row.available, 0)).toBe(22);
    for (const { available, have, next, inclusionProbability } of part.allocation) {
      expect(next).toBeGreaterThan(0);
      expect(inclusionProbability).toBe(next / (available - have));
    }
    expect(part.drawable).toBe(10);
  });

  test("gives a fifth of what comes next to all items alike", () => {
    // 20 missing among 100: 0.2 · 20 · 60 ÷ 100 = 2.4 go to the stratum that has enough already.
    expect(
      nextInStrata([
        { rest: 40, missing: 20 },
        { rest: 60, missing: 0 },
      ]),
    ).toEqual([20, 3]);
    expect(
      nextInStrata([
        { rest: 40, missing: 0 },
        { rest: 60, missing: 0 },
      ]),
    ).toEqual([0, 0]);
    expect(
      nextInStrata([
        { rest: 1, missing: 5 },
        { rest: 0, missing: 3 },
      ]),
    ).toEqual([1, 0]);
  });
});

describe("completion", () => {
  const made = episodes(
    "a",
    [
      [1, 1],
      [3, 4],
    ],
    [0, 2, 9],
  );
  const offer = (place: number, turns: number, ended: Partial<ItemOffer>): ItemOffer => {
    const { submitted = 0, returned = 0, timedOut = 0 } = ended;
    const given = ended.given ?? submitted + returned + timedOut;
    return { episodeId: `a 0${place}`, turns, given, submitted, returned, timedOut };
  };
  const offers = [
    offer(0, 8, { submitted: 2 }),
    offer(1, 30, { submitted: 1, returned: 1, given: 3 }),
    offer(2, 10, { timedOut: 1 }),
    { ...offer(3, 31, { returned: 2 }), episodeId: "never rated nor scored" },
  ];

  test("counts what was given, not what could have been, by the judge’s score and by length", () => {
    const columns = { ...makeColumns(made.ratings, made.items), offers };
    const { offered } = findView(buildContext(columns, analysisQuestionSchema.parse({})), "planner");
    const counts = ({ from, to, items, given, submitted, returned, timedOut }: OfferBand) => [
      ...[from, to, items, given, submitted, returned, timedOut],
    ];
    // Judge: item 0 has 5 and 5, item 1 has 8 and 9, item 2 has 0 and 0; items 3 and 4 were never given to anybody.
    expect(offered.filter(({ by }) => by === "judge").map(counts)).toEqual([
      [0, 3, 1, 1, 0, 0, 1],
      [4, 6, 1, 2, 2, 0, 0],
      [7, 10, 1, 3, 1, 1, 0],
    ]);
    expect(offered.filter(({ by }) => by === "length").map(counts)).toEqual([
      [8, 10, 2, 3, 2, 0, 1],
      [30, 31, 2, 5, 1, 3, 0],
    ]);
  });

  test("says nothing of offers where only files are asked", () => {
    expect(plan(made.ratings, made.items).finding.offered).toEqual([]);
  });
});
