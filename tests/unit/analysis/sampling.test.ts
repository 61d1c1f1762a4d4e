import { describe, expect, test } from "vitest";
import { SAMPLINGS } from "#lib/domain/analysis/columns.ts";
import { buildContext } from "#lib/domain/analysis/context.ts";
import { coverageOf } from "#lib/domain/analysis/coverage.ts";
import { findView } from "#lib/domain/analysis/find-view.ts";
import type { ViewName } from "#lib/domain/analysis/findings/views.ts";
import { commonFrame, type DrawnFrame, placeFrames } from "#lib/domain/analysis/frames.ts";
import { joinBlocks } from "#lib/domain/analysis/join-blocks.ts";
import { type AnalysisQuestionInput, analysisQuestionSchema } from "#lib/domain/analysis/question.ts";
import { seededRandom } from "#lib/domain/shared/random.ts";
import { type MadeItem, type MadeRating, makeBlock, makeColumns } from "#tests/factories/rating-columns.ts";

type Made = { ratings: MadeRating[]; items: Record<string, MadeItem> };

/** Items of one policy over ten scenarios; people rate those of `labelled`, the judge all. */
function make(count: number, labelled: (item: number) => boolean, sampling: MadeItem["sampling"] = "random"): Made {
  const random = seededRandom(17);
  const items: Made["items"] = {};
  const ratings: MadeRating[] = [];
  for (let i = 0; i < count; i += 1) {
    const item = `E${i}`;
    const score = random.int(2, 8);
    items[item] = {
      policies: ["base", "gpt"],
      scenarioKey: `s${i % 10}`,
      sampling: labelled(i) ? sampling : "unknown",
    };
    ratings.push({ item, rater: "judge", score: score + 1 });
    if (labelled(i)) ratings.push({ item, rater: "ann", score: score + random.int(-1, 1) });
  }
  return { ratings, items };
}

const keys = (places: readonly number[]) => places.map((place) => `E${place}`);
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

function frameOf(inside: readonly number[], drawn: readonly number[], rest: Partial<DrawnFrame> = {}): DrawnFrame {
  const items = keys(drawn).map((itemKey) => ({ itemKey, stratum: "", chance: drawn.length / inside.length }));
  return { sourceId: "one", name: "Study one", isKnown: true, itemKeys: keys(inside), drawn: items, ...rest };
}

function board({ ratings, items }: Made, frames: DrawnFrame[], question: AnalysisQuestionInput = {}) {
  const columns = makeColumns(ratings, items, frames);
  const context = buildContext(columns, analysisQuestionSchema.parse({ resamples: 200, ...question }));
  return findView(context, "leaderboard");
}

describe("the items that debiased scores stand for", () => {
  // 100 items, of which the study could draw the first 40 and drew the first 20, all rated by now.
  const made = make(100, (i) => i < 20);

  test("are those that the study could draw; others that the judge rated are left aside and counted", () => {
    const found = board(made, [frameOf(upTo(40), upTo(20))]);
    expect(found.refusal).toBeNull();
    expect(found.sampling).toBe(
      "All 20 items that people rated were drawn at random by the study, from 40 that it could draw: scores stand for those. 60 other items that the judge rated are left aside.",
    );
    const [row] = found.byDimension[0]!.rows;
    expect(row).toMatchObject({ labelledCells: 20, allCells: 40, note: "", scenarios: { labelled: 10, all: 10 } });
    const judge = made.ratings.filter(({ rater, item }) => rater === "judge" && Number(item.slice(1)) < 40);
    expect(row!.judgeMean).toBeCloseTo(judge.reduce((sum, { score }) => sum + score, 0) / 40, 12);
  });

  test("are all that the judge rated where what the study drew from is lost, and that is said", () => {
    const found = board(made, [frameOf(upTo(20), upTo(20), { isKnown: false })]);
    expect(found.sampling).toContain("what it drew from is not recorded");
    expect(found.byDimension[0]!.rows[0]).toMatchObject({ allCells: 100, note: "" });
  });

  test("cannot be told where two studies drew from different items, and can where they drew from the same", () => {
    const second = { sourceId: "two", name: "Study two" };
    const halves = [frameOf(upTo(40), upTo(10)), frameOf(upTo(80), upTo(20).slice(10), second)];
    const apart = board(made, halves);
    expect(apart.sampling).toContain("not from the same items: Study one from 40 and Study two from 80");
    expect(apart.refusal).toContain("drew from different items");
    expect(apart.byDimension[0]!.rows[0]!.debiased.value).toBeNull();
    const alike = board(made, [frameOf(upTo(40), upTo(10)), frameOf(upTo(40), upTo(20).slice(10), second)]);
    expect(alike.refusal).toBeNull();
    // Chances of two draws are not put together.
    expect(alike.byDimension[0]!.rows[0]).toMatchObject({ allCells: 40, weighted: null, weightedNote: "" });
  });

  test("are not extrapolated from few scenarios to all, unless a study recorded its draw", () => {
    const hard = make(100, (i) => i % 10 < 2, "unknown");
    const [row] = board(hard, [], { samplingIsRandom: true }).byDimension[0]!.rows;
    expect(row!.note).toBe(
      "No debiased score: people’s items come from 2 of 10 scenarios (a random draw of as many items would reach about 9). If the score is to stand for those alone, narrow the analysis to them.",
    );
    expect(row!.debiased.value).toBeNull();
    const spread = make(100, (i) => i < 20, "unknown");
    expect(board(spread, [], { samplingIsRandom: true }).byDimension[0]!.rows[0]).toMatchObject({
      note: "",
      remark: "",
    });
    const whole = board(hard, [], { samplingIsRandom: true, clusterRule: "scenario" }).byDimension[0]!.rows[0];
    expect(whole).toMatchObject({ labelledClusters: 2 });
    const six = make(100, (i) => i % 10 < 4, "unknown");
    expect(board(six, [], { samplingIsRandom: true, clusterRule: "scenario" }).byDimension[0]!.rows[0]).toMatchObject({
      note: "",
      remark: "People rated whole scenarios, 4 of 10: the score holds if these scenarios were drawn at random.",
    });
  });

  test("are not extrapolated to partners that nobody rated beside", () => {
    const { ratings, items } = make(60, (i) => i < 20, "unknown");
    for (let i = 40; i < 60; i += 1) items[`E${i}`] = { ...items[`E${i}`], policies: ["base", "other"] };
    const [row] = board({ ratings, items }, [], { samplingIsRandom: true }).byDimension[0]!.rows;
    expect(row!.note).toContain("people’s items have 1 of 2 partners");
  });
});

describe("the mean weighted by inclusion", () => {
  /** Two strata of 40 and of 20 items, of which 10 each were drawn; of the first half of the drawn items is rated so far. */
  const drawnA = upTo(10);
  const drawnB = upTo(10).map((i) => 40 + i);
  const strata = [
    ...keys(drawnA).map((itemKey) => ({ itemKey, stratum: "a", chance: 0.25 })),
    ...keys(drawnB).map((itemKey) => ({ itemKey, stratum: "b", chance: 0.5 })),
  ];
  const frame = frameOf(upTo(60), [], { drawn: strata });

  test("multiplies the chance of being drawn by the share that is rated by now", () => {
    const made = make(60, (i) => i < 5 || (i >= 40 && i < 50));
    const [row] = board(made, [frame]).byDimension[0]!.rows;
    // Chances 0.25 · 5/10 and 0.5 · 10/10, so weights 8 and 2: 5 · 8 and 10 · 2 stand for 40 and 20 items.
    const scoreOf = (who: string, i: number) =>
      made.ratings.find(({ rater, item }) => rater === who && item === `E${i}`)!.score;
    const error = (i: number) => scoreOf("ann", i) - scoreOf("judge", i);
    const sum = (items: readonly number[]) => items.reduce((total, i) => total + error(i), 0);
    const expected = (8 * sum(upTo(5)) + 2 * sum(drawnB)) / 60;
    const judge = upTo(60).reduce((total, i) => total + scoreOf("judge", i), 0) / 60;
    expect(row!.weighted!.value).toBeCloseTo(judge + expected, 12);
    expect(row!.weighted).toMatchObject({ n: 15, clusters: 15 });
    // Items are compared within the two strata of the draw, of which one has most of the spread.
    expect(row!.weighted!.df).toBeLessThan(13);
    expect(row!.note).toContain("4.0 times as often");
  });

  test("waits for a stratum of which nothing is rated yet, and says so", () => {
    const [row] = board(
      make(60, (i) => i < 5),
      [frame],
    ).byDimension[0]!.rows;
    expect(row!.weighted).toMatchObject({ value: null, reason: "no_data" });
    expect(row!.weightedNote).toBe("Not weighted by inclusion yet: no drawn item of b is rated.");
  });

  test("is not given where every item was sure to be drawn and is rated", () => {
    const found = board(
      make(20, () => true),
      [frameOf(upTo(20), upTo(20))],
    ).byDimension[0]!.rows[0];
    expect(found).toMatchObject({ weighted: null, weightedNote: "" });
  });
});

describe("frames and coverage", () => {
  test("a frame holds drawn items that its filter no longer finds, and counts each item once", () => {
    const [frame] = placeFrames(
      ["a", "b", "c"],
      [
        frameOf([], [], {
          itemKeys: ["a", "x"],
          drawn: [
            { itemKey: "b", stratum: "s", chance: 0.5 },
            { itemKey: "a", stratum: "t", chance: 1 },
          ],
        }),
      ],
    );
    expect(frame).toMatchObject({ size: 3, strata: ["s", "t"] });
    expect([...frame!.isIn]).toEqual([1, 1, 0]);
    expect([...frame!.stratum]).toEqual([1, 0, -1]);
    expect(commonFrame([frame!], Uint8Array.of(1, 0, 0)).kind).toBe("one");
    expect(commonFrame([frame!], Uint8Array.of(1, 0, 1)).kind).toBe("none");
  });

  test("expects of a random draw what its size can reach", () => {
    // Ten scenarios of ten items, 20 labelled: 10 · (1 − 0.8^10) = 8.93.
    const scenario = upTo(100).map((i) => i % 10);
    const spread = coverageOf(
      scenario,
      upTo(100).map((i) => i < 20),
    );
    expect(spread).toMatchObject({ labelled: 10, all: 10, isUnlikely: false, isWhole: false });
    expect(spread.expected).toBeCloseTo(10 * (1 - 0.8 ** 10), 12);
    expect(
      coverageOf(
        scenario,
        upTo(100).map((i) => i % 10 < 2),
      ),
    ).toMatchObject({ isUnlikely: true, isWhole: true });
    expect(coverageOf([-1, -1], [true, false])).toMatchObject({ labelled: 0, all: 0, isUnlikely: false });
    expect(
      coverageOf(
        scenario,
        upTo(100).map((i) => i === 0),
      ),
    ).toMatchObject({ labelled: 1, isUnlikely: false });
  });

  test("hardly ever doubts a random draw", () => {
    const random = seededRandom(3);
    const scenario = upTo(120).map((i) => i % 14);
    let doubted = 0;
    for (let draw = 0; draw < 500; draw += 1) {
      const chance = upTo(120).map(() => random.float());
      const limit = [...chance].sort((a, b) => a - b)[12]!;
      if (
        coverageOf(
          scenario,
          chance.map((value) => value < limit),
        ).isUnlikely
      )
        doubted += 1;
    }
    expect(doubted).toBe(0);
  });
});

describe("items chosen by hand", () => {
  /** Ten items drawn at random on which the judge is 1 too high, and five chosen by hand on which it is 5 too high. */
  const ratings = upTo(15).flatMap((i): MadeRating[] => [
    { item: `E${i}`, rater: "judge", score: i < 10 ? 6 : 9 },
    { item: `E${i}`, rater: "ann", score: (i < 10 ? 5 : 4) + (i % 2) / 10 },
  ]);
  const items = Object.fromEntries(
    upTo(15).map((i) => [`E${i}`, { policies: ["base", ""], sampling: i < 10 ? "random" : "purposive" } as MadeItem]),
  );
  const columns = makeColumns(ratings, items);
  const find = <Name extends ViewName>(view: Name, question: AnalysisQuestionInput = {}) =>
    findView(
      buildContext(columns, analysisQuestionSchema.parse({ resamples: 200, whichAgent: "both", ...question })),
      view,
    );

  test("are left out of means and biases and counted in the sentence of the filters", () => {
    const { filters, counts, byDimension } = find("bias");
    expect(byDimension[0]!.policies[0]!.bias).toMatchObject({ n: 10 });
    expect(byDimension[0]!.policies[0]!.bias.value).toBeCloseTo(0.95, 12);
    expect(counts).toMatchObject({ humanRatings: 10, judgeRatings: 15, leftOut: { chosenByHand: 5 } });
    expect(filters).toContain("Left out: 5 ratings of items that were chosen by hand.");
    const board = find("leaderboard");
    expect(board.refusal).toBeNull();
    expect(board.byDimension[0]!.rows[0]).toMatchObject({ labelledCells: 10, allCells: 15 });
  });

  test("count where single items are looked at, and everywhere where the question says so", () => {
    expect(find("grid").counts).toMatchObject({ humanRatings: 15, leftOut: { chosenByHand: 0 } });
    expect(find("disagreements").byDimension[0]!.total).toBe(15);
    const kept = find("bias", { keepChosenByHand: true });
    expect(kept.byDimension[0]!.policies[0]!.bias.n).toBe(15);
    expect(find("leaderboard", { keepChosenByHand: true }).refusal).toContain("chosen by hand");
    expect(find("overview", { keepChosenByHand: true }).cautions.join()).toContain("chosen by hand");
    expect(find("overview").cautions.join()).not.toContain("chosen by hand");
  });

  test("stay out where excluded raters are counted for comparison", () => {
    const excluded: MadeRating = { item: "E0", rater: "ben", score: 5, isExcluded: true };
    const context = buildContext(
      makeColumns([...ratings, excluded], items),
      analysisQuestionSchema.parse({ resamples: 200, whichAgent: "both" }),
    );
    const [row] = findView(context, "bias").byDimension[0]!.policies;
    expect(row!.withExcluded).toMatchObject({ n: 10 });
  });

  test("alone are counted, and the views say so", () => {
    const hand = ratings.filter(({ item }) => Number(item.slice(1)) >= 10);
    const context = buildContext(makeColumns(hand, items), analysisQuestionSchema.parse({}));
    const bias = findView(context, "bias");
    expect(bias.byDimension[0]!.policies[0]!.bias.n).toBe(5);
    expect(bias.filters).toContain("All items were chosen by hand.");
    expect(findView(context, "overview").cautions.join()).toContain("The items were chosen by hand");
    expect(findView(context, "leaderboard").refusal).toContain("chosen by hand");
    expect(find("bias").filters).not.toContain("All items");
  });

  test("that a study drew at random as well are random items", () => {
    const by = (sampling: MadeItem["sampling"], inclusionProbability: number) =>
      makeBlock([{ item: "E1", rater: "ann", score: 5 }], { E1: { sampling, inclusionProbability } });
    const [random, hand] = [by("random", 0.25), by("purposive", 1)];
    for (const blocks of [
      [random, hand],
      [hand, random],
    ]) {
      const { units } = joinBlocks(blocks);
      expect(SAMPLINGS[units.items.sampling[0]!]).toBe("random");
      expect(units.items.inclusionProbability[0]).toBe(0.25);
    }
    expect(SAMPLINGS[joinBlocks([hand, by("unknown", 1)]).units.items.sampling[0]!]).toBe("purposive");
  });
});

describe("items with a chance of their own on record, in a file", () => {
  const CHANCES = [0.5, 0.5, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25];
  const judged = (i: number) => 3 + (i % 5);
  const items = Object.fromEntries(
    upTo(24).map((i) => [
      `E${i}`,
      i < 8 ? ({ sampling: "random", inclusionProbability: CHANCES[i]! } as MadeItem) : ({} as MadeItem),
    ]),
  );
  const error = (i: number) => (i % 3) - 0.5;
  const ratings: MadeRating[] = upTo(24).flatMap((i) => [
    { item: `E${i}`, rater: "judge", score: judged(i) },
    ...(i < 8 ? [{ item: `E${i}`, rater: "ann", score: judged(i) + error(i) }] : []),
  ]);
  const boardOf = (of: Record<string, MadeItem>) =>
    findView(buildContext(makeColumns(ratings, of), analysisQuestionSchema.parse({ resamples: 200 })), "leaderboard");

  test("weigh their differences to the judge by it, over all that the judge rated", () => {
    const board = boardOf(items);
    const [row] = board.byDimension[0]!.rows;
    expect(board.sampling).toContain("a chance that is on record for each");
    const weights = CHANCES.map((chance) => 1 / chance);
    const corrected = weights.reduce((sum, weight, i) => sum + weight * error(i), 0) / weights.reduce((a, b) => a + b);
    const judge = upTo(24).reduce((sum, i) => sum + judged(i), 0) / 24;
    expect(row!.weighted!.value).toBeCloseTo(judge + corrected, 12);
    expect(row!.weighted!.interval).not.toBeNull();
    expect(row!.note).toContain("up to 2.0 times as often as others");
  });

  test("are a plain random draw where all have the same chance, and unknown where one has none", () => {
    const same = boardOf(
      Object.fromEntries(
        Object.entries(items).map(([key, item]) => [
          key,
          { ...item, ...(item.sampling ? { inclusionProbability: 0.5 } : {}) },
        ]),
      ),
    );
    expect(same.byDimension[0]!.rows[0]).toMatchObject({ weighted: null, note: "" });
    const one = boardOf({ ...items, E0: {} });
    expect(one.refusal).toContain("Nobody recorded");
    expect(one.byDimension[0]!.rows[0]!.weighted).toBeNull();
  });
});
