import { describe, expect, test } from "vitest";
import { buildContext } from "#lib/domain/analysis/context.ts";
import { findView } from "#lib/domain/analysis/find-view.ts";
import type { AgreementRow } from "#lib/domain/analysis/findings/agreement.ts";
import { joinBlocks } from "#lib/domain/analysis/join-blocks.ts";
import { type AnalysisQuestionInput, analysisQuestionSchema } from "#lib/domain/analysis/question.ts";
import { type MadeItem, type MadeRating, makeBlock, makeColumns } from "#tests/factories/rating-columns.ts";

/** Ratings by people and one score of the judge for each item; an item is called by its policy and a number. */
type Items = Record<string, { people: readonly number[]; judge: number }>;

function ratingsOf(items: Items): MadeRating[] {
  return Object.entries(items).flatMap(([item, { people, judge }]) => [
    ...people.map((score, i) => ({ item, rater: ["ann", "ben", "cy"][i] as string, score })),
    { item, rater: "judge", score: judge },
  ]);
}

function policiesOf(ratings: readonly MadeRating[]): Record<string, MadeItem> {
  return Object.fromEntries(ratings.map(({ item }) => [item, { policies: [item.split(" ")[0] as string, ""] }]));
}

function agreementOf(ratings: readonly MadeRating[]): AgreementRow {
  const columns = makeColumns(ratings, policiesOf(ratings));
  return findView(buildContext(columns, analysisQuestionSchema.parse({ resamples: 200 })), "agreement").rows[0]!;
}

describe("the ceiling of the judge’s correlation", () => {
  test("within policies is taken from ratings without the means of the policies", () => {
    const row = agreementOf(
      ratingsOf({
        "a 1": { people: [1, 2], judge: 4 },
        "a 2": { people: [3, 4], judge: 5 },
        "b 1": { people: [7, 8], judge: 4 },
        "b 2": { people: [9, 10], judge: 5 },
      }),
    );
    // Within: mean squares 8/3 between and 1/2 inside items. Together: 80/3 and 1/2.
    expect(row.ceiling.value).toBeCloseTo(Math.sqrt(1 - 0.5 / (8 / 3)), 12);
    expect(row.pooledCeiling.value).toBeCloseTo(Math.sqrt(1 - 0.5 / (80 / 3)), 12);
    expect(row.judgeSpearman.value).toBe(1);
    expect(row.shareOfCeiling.value).toBeCloseTo(1 / row.ceiling.value!, 12);
  });

  test("is not defined where people differ inside items as much as between those of one policy", () => {
    const row = agreementOf(
      ratingsOf({
        "a 1": { people: [1, 3], judge: 4 },
        "a 2": { people: [3, 1], judge: 5 },
        "b 1": { people: [7, 9], judge: 4 },
        "b 2": { people: [9, 7], judge: 6 },
      }),
    );
    expect(row.ceiling).toEqual({ value: null, reason: "no_reliability" });
    expect(row.shareOfCeiling.value).toBeNull();
    expect(row.pooledCeiling.value).toBeCloseTo(Math.sqrt(22 / 24), 12);
  });
});

describe("two ratings of one item by one person", () => {
  const twice: MadeRating[] = [
    { item: "a 1", rater: "ann", score: 2 },
    { item: "a 1", rater: "ann", score: 4, occurrence: 1 },
    { item: "a 1", rater: "ben", score: 3 },
    { item: "a 2", rater: "ann", score: 8 },
    { item: "a 2", rater: "ann", score: 8, occurrence: 1 },
    { item: "a 3", rater: "ann", score: 6 },
    { item: "a 3", rater: "cy", score: 6 },
    { item: "a 1", rater: "judge", score: 5 },
  ];
  const once = twice.filter(({ occurrence }) => occurrence === undefined);

  test("are no two people: agreement takes the first alone and counts the others", () => {
    const row = agreementOf(twice);
    expect(row).toMatchObject({ items: 2, ratings: 4, secondRatings: 2, raters: 3 });
    // Items 1 and 3 have two people, who are 1 and 0 apart.
    expect(row.withinOne.value).toBe(1);
    expect(row.exact.value).toBe(0.5);
    const { secondRatings, paperCompatible, ...rest } = row;
    const { secondRatings: none, paperCompatible: other, ...clean } = agreementOf(once);
    expect(none).toBe(0);
    expect(rest).toEqual(clean);
  });

  test("both enter the means, unless the question wants the first alone; the sentence says so", () => {
    const mean = (question: AnalysisQuestionInput) => {
      const context = buildContext(makeColumns(twice, policiesOf(twice)), analysisQuestionSchema.parse(question));
      const { byDimension, counts, filters } = findView(context, "bias");
      return [byDimension[0]!.policies[0]!.humanMean, counts.leftOut.secondRatings, filters];
    };
    expect(mean({})).toEqual([3, 0, "a; the agent under study counts."]);
    expect(mean({ keepSecondRatings: false })).toEqual([
      2.5,
      2,
      "a; the agent under study counts. Left out: 2 second ratings by the same person.",
    ]);
  });

  test("the first of those that count is taken, whatever the order of the entries", () => {
    const firstLeftOut = twice.map((rating, i) => ({ ...rating, isExcluded: i === 0 }));
    expect(agreementOf(firstLeftOut)).toMatchObject({ items: 2, secondRatings: 1 });
    expect(agreementOf([...twice].reverse()).exact.value).toBe(0.5);
  });

  test("may come from two files", () => {
    const block = makeBlock(once, policiesOf(once));
    const second = makeBlock([{ item: "a 3", rater: "cy", score: 1 }], policiesOf(once));
    const raters = second.raters.map((rater) => ({ ...rater, sourceId: "other" }));
    const joined = joinBlocks([{ ...second, raters }, block]);
    const context = buildContext(joined, analysisQuestionSchema.parse({ resamples: 200 }));
    expect(findView(context, "agreement").rows[0]).toMatchObject({ items: 2, secondRatings: 1, exact: { value: 0.5 } });
  });
});
