import { describe, expect, test } from "vitest";
import { resamplingWords } from "#components/analysis/frame/view-words.ts";
import { buildContext } from "#lib/domain/analysis/context.ts";
import { findView } from "#lib/domain/analysis/find-view.ts";
import { analysisQuestionSchema } from "#lib/domain/analysis/question.ts";
import { biasTable } from "#lib/domain/analysis/tables/bias.ts";
import { type MadeItem, type MadeRating, makeColumns } from "#tests/factories/rating-columns.ts";

const QUESTION = analysisQuestionSchema.parse({ resamples: 400, seed: 5 });

function contextOf(ratings: readonly MadeRating[], items: Record<string, MadeItem> = {}) {
  return buildContext(makeColumns(ratings, items), QUESTION);
}

/** One person and the judge on so many episodes; the judge is above by 0, 1, 2 or 3 points in turn. */
function episodes(count: number): MadeRating[] {
  return Array.from({ length: count }, (_, i) => [
    { item: `E${i}`, rater: "ann", score: 4 },
    { item: `E${i}`, rater: "judge", score: 4 + (i % 4) },
  ]).flat();
}

describe("checks beside the bias", () => {
  test("come from 20 clusters on, around their values and near the interval by CR2", () => {
    const [row] = findView(contextOf(episodes(40)), "bias").byDimension[0]!.policies;
    const { bias, biasBootstrap, meanAbsoluteError, rootMeanSquareError } = row!;
    for (const [place, limit] of biasBootstrap!.entries())
      expect(Math.abs(limit - bias.interval![place]!)).toBeLessThan(0.1);
    expect(meanAbsoluteError).toMatchObject({ value: 1.5, clusters: 40 });
    expect(meanAbsoluteError.interval).toEqual(biasBootstrap);
    const [low, high] = rootMeanSquareError.interval!;
    expect(rootMeanSquareError.value).toBeCloseTo(Math.sqrt(14 / 4), 12);
    expect([low < Math.sqrt(14 / 4), high > Math.sqrt(14 / 4)]).toEqual([true, true]);
  });

  test("are kept back below, and the table says why", () => {
    const finding = findView(contextOf(episodes(19)), "bias");
    const [row] = finding.byDimension[0]!.policies;
    expect([row!.biasBootstrap, row!.meanAbsoluteError.interval]).toEqual([null, null]);
    const { columns, rows } = biasTable(finding);
    for (const name of ["bias_bootstrap_low", "mean_absolute_error_low", "root_mean_square_error_low"])
      expect(rows[0]!.cells[columns.findIndex((column) => column.name === name)], name).toEqual({
        value: null,
        words: "needs 20 clusters, has 19",
      });
  });

  test("name their seed and the number of resamples", () => {
    const finding = findView(contextOf(episodes(40)), "bias");
    expect(resamplingWords("bias", finding)).toBe(
      "Bootstrap checks and intervals of errors: 400 resamples of whole episodes; permutation p beyond 14 clusters with a difference: 9,999 draws; seed 5.",
    );
    expect(resamplingWords("lines", finding)).toBeNull();
  });
});

describe("people’s mean adjusted for leniency", () => {
  const items: Record<string, MadeItem> = {};
  const ratings: MadeRating[] = [];
  // Kind Kim, two points above the others, rates all items of “b” and a few of “a” beside them.
  const OFFSETS = { ann: 0, ben: 0, cy: 0, kim: 2 };
  const noiseOf = (rater: string, i: number) => Number((i * 5 + rater.charCodeAt(0)) % 3 === 0);
  for (let i = 0; i < 40; i += 1) {
    const policy = i < 20 ? "a" : "b";
    items[`E${i}`] = { policies: [policy, ""] };
    const others = (["ann", "ben", "cy"] as const).filter((_, place) => place !== i % 3);
    for (const rater of policy === "b" || i % 5 === 0 ? ([...others.slice(0, 1), "kim"] as const) : others)
      ratings.push({ item: `E${i}`, rater, score: 3 + ((i * 7) % 5) + OFFSETS[rater] + noiseOf(rater, i) });
  }

  test("takes off what lenient people added to one policy, and leaves the plain mean beside it", () => {
    const { rows } = findView(contextOf(ratings, items), "leaderboard").byDimension[0]!;
    const of = (label: string) => rows.find(({ policy }) => policy.label === label)!;
    expect(of("b").human.value! - of("a").human.value!).toBeGreaterThan(0.6);
    expect(Math.abs(of("b").humanAdjusted!.value! - of("a").humanAdjusted!.value!)).toBeLessThan(0.2);
    expect(of("b").humanAdjusted!.interval).not.toBeNull();
  });

  test("is not there for fewer than four people", () => {
    const few = findView(
      contextOf(
        ratings.filter(({ rater }) => rater !== "cy"),
        items,
      ),
      "leaderboard",
    );
    expect(few.byDimension[0]!.rows.map((row) => row.humanAdjusted)).toEqual([null, null]);
  });
});

describe("the same number across dimensions", () => {
  const DIMENSIONS = ["believability", "knowledge", "goal"];
  const scoreOf = (rater: string, item: number, place: number) =>
    rater === "line" ? 5 : 2 + ((item * 3 + place * 2) % 7);
  const ratings = ["ann", "ben", "line"].flatMap((rater) =>
    Array.from({ length: 12 }, (_, item) =>
      DIMENSIONS.map((dimension, place) => ({
        item: `E${item}`,
        rater,
        dimension,
        score: scoreOf(rater, item, place),
      })),
    ).flat(),
  );

  test("marks who gives one number everywhere, on every dimension", () => {
    const { byDimension } = findView(contextOf(ratings), "annotators");
    for (const { rows } of byDimension) {
      const of = (name: string) => rows.find((row) => row.name === name)!;
      expect(of("line")).toMatchObject({ sameAcross: 3 });
      expect(of("line").sameAcross).toBeGreaterThan(of("line").expectedSameAcross!);
      expect(of("line").flags).toContain("same-across");
      expect(of("ann").sameAcross).toBe(1);
      expect(of("ann").flags).not.toContain("same-across");
    }
  });

  test("is nothing where two dimensions are rated, and nobody stands out where all rate alike", () => {
    const two = findView(contextOf(ratings.filter(({ dimension }) => dimension !== "goal")), "annotators");
    expect(two.byDimension[0]!.rows.map((row) => row.sameAcross)).toEqual([null, null, null]);
    const alike = ratings.map((rating) => ({ ...rating, score: 5 }));
    const { rows } = findView(contextOf(alike), "annotators").byDimension[0]!;
    expect(rows.flatMap((row) => row.flags)).not.toContain("same-across");
  });
});
