import { describe, expect, test } from "vitest";
import { coefficientColumns, isThinValue, variedSentences } from "#components/analysis/agreement/agreement-columns.ts";
import { shownTable } from "#components/analysis/frame/shown-table.ts";
import { scaleValues } from "#lib/domain/analysis/compute/agreement.ts";
import { buildContext } from "#lib/domain/analysis/context.ts";
import { findView } from "#lib/domain/analysis/find-view.ts";
import type { AgreementRow } from "#lib/domain/analysis/findings/agreement.ts";
import { joinBlocks } from "#lib/domain/analysis/join-blocks.ts";
import { type AnalysisQuestionInput, analysisQuestionSchema } from "#lib/domain/analysis/question.ts";
import { agreementTable, agreementWithExcludedTable, pooledTable } from "#lib/domain/analysis/tables/agreement.ts";
import type { FindingTable } from "#lib/domain/analysis/tables/finding-table.ts";
import { meanReliabilityInterval } from "#lib/domain/statistics/mean-reliability.ts";
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
    // Within: mean squares 8/2 between, as each policy's mean costs one of 4 items, and 1/2 inside items. Together: 80/3 and 1/2.
    expect(row.ceiling.value).toBeCloseTo(Math.sqrt(1 - 0.5 / (8 / 2)), 12);
    expect(row.pooledCeiling.value).toBeCloseTo(Math.sqrt(1 - 0.5 / (80 / 3)), 12);
    expect(row.judgeWithinPolicies.spearman.value).toBe(1);
    expect(row.shareOfCeiling.spearman.value).toBeCloseTo(1 / row.ceiling.value!, 12);
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
    expect(row.shareOfCeiling.spearman.value).toBeNull();
    expect(row.pooledCeiling.value).toBeCloseTo(Math.sqrt(22 / 24), 12);
  });
});

describe("the reliability of a mean has the limits of that of one rating", () => {
  const pairs = (people: readonly (readonly number[])[]) =>
    agreementOf(ratingsOf(Object.fromEntries(people.map((scores, i) => [`a ${i}`, { people: scores, judge: 5 }]))));

  test("for the mean of as many, and the value lies between them", () => {
    const row = pairs([
      [2, 5],
      [6, 3],
      [4, 4],
      [7, 3],
      [5, 5],
      [1, 6],
      [8, 5],
      [3, 3],
    ]);
    const [low, high] = row.iccMean.interval!;
    expect(row.iccSingle.value).toBeLessThan(0);
    expect(row.iccMean.value).toBeCloseTo((2 * row.iccSingle.value!) / (1 + row.iccSingle.value!), 12);
    expect(low).toBeGreaterThanOrEqual(-1);
    expect(low).toBeLessThan(row.iccMean.value!);
    expect(high).toBeGreaterThan(row.iccMean.value!);
    expect(high).toBeCloseTo((2 * row.iccSingle.interval![1]) / (1 + row.iccSingle.interval![1]), 12);
  });

  test("and no number is told below −1, where the scores of one item differ far more than items do", () => {
    const row = pairs([
      [1, 9],
      [9, 2],
      [2, 9],
      [8, 1],
      [5, 6],
    ]);
    expect(row.iccSingle.value).toBeLessThan(-1 / 3);
    expect(row.iccMean).toMatchObject({ value: null, se: null, interval: null, reason: "no_reliability" });
  });

  test("three ratings of an item have a limit only where the formula has one", () => {
    const [low, high] = meanReliabilityInterval([-0.6, 0.2], 3);
    expect(low).toBe(-1);
    expect(high).toBeCloseTo(0.6 / 1.4, 12);
    expect(meanReliabilityInterval([-0.5, 1], 2)).toEqual([-1, 1]);
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
    // Means take both ratings, and the original script looks at no name.
    const { secondRatings, paperCompatible, judgeWithin, ...rest } = row;
    const { secondRatings: none, paperCompatible: other, judgeWithin: apart, ...clean } = agreementOf(once);
    expect(none).toBe(0);
    expect(rest).toEqual(clean);
    expect([judgeWithin.two.value, apart.two.value]).toEqual([1, 0]);
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

describe("the judge’s correlation within policies", () => {
  const policy = (name: string, pairs: [people: number, judge: number][]) =>
    Object.fromEntries(pairs.map(([people, judge], i) => [`${name} ${i}`, { people: [people, people], judge }]));
  // Spearman of 1..5 against 2 1 4 3 5 is 1 − 6·4/(5·24) = 0.8.
  const five = policy("a", [
    [1, 2],
    [2, 1],
    [3, 4],
    [4, 3],
    [5, 5],
  ]);
  const two = policy("b", [
    [1, 9],
    [2, 3],
  ]);

  test("leaves out policies with fewer than five cells, which two would make ±1", () => {
    const row = agreementOf(ratingsOf({ ...five, ...two }));
    expect(row.judgeWithinPolicies.spearman.value).toBeCloseTo(0.8, 12);
    expect(row.judgePolicies).toEqual({ used: 1, skipped: 1, isThin: false });
  });

  test("is shown with a warning where no policy has five", () => {
    const row = agreementOf(ratingsOf(two));
    expect(row.judgeWithinPolicies.spearman.value).toBe(-1);
    expect(row.judgePolicies).toEqual({ used: 1, skipped: 0, isThin: true });
    const spearman = coefficientColumns("spearman").find(({ head }) => head === "judge ρ")!;
    expect([isThinValue(spearman, row), isThinValue(spearman, agreementOf(ratingsOf(five)))]).toEqual([true, false]);
  });

  test("over two policies is always ±1, and says so", () => {
    const table = shownTable(pooledTable({ rows: [agreementOf(ratingsOf({ ...five, ...two }))], confidence: 0.95 }));
    const cellOf = (name: string) => table.rows[0]?.cells[table.columns.findIndex((column) => column.name === name)];
    expect(cellOf("between_policies_spearman")).toEqual({ text: "−1.00 (too few to interpret)", value: -1 });
    expect(cellOf("policies")?.value).toBe(2);
  });

  test("stands beside the share of cells that are 0, 1 and 2 points apart", () => {
    const { zero, one, two: within } = agreementOf(ratingsOf({ ...five, ...two })).judgeWithin;
    // Distances: 1 1 1 1 0 and 8 1.
    expect([zero.value, one.value, within.value].map((share) => Math.round(share! * 7))).toEqual([1, 6, 6]);
  });
});

describe("the categories of AC2", () => {
  test("are all half points of a scale with half scores, whichever of them were given", () => {
    const half = { min: 1, max: 3, isWhole: false };
    expect([...scaleValues(half, new Float64Array([1.5]))]).toEqual([1, 1.5, 2, 2.5, 3]);
    expect([...scaleValues(half, new Float64Array([1, 2.5, 2.25]))]).toEqual([1, 1.5, 2, 2.25, 2.5, 3]);
    expect([...scaleValues({ min: -2, max: 0, isWhole: true }, new Float64Array([0]))]).toEqual([-2, -1, 0]);
  });
});

describe("coefficients of people who nearly always give the same score", () => {
  const rated = (varied: number) =>
    ratingsOf(
      Object.fromEntries(
        Array.from({ length: 30 }, (_, i) => [
          `a ${i}`,
          { people: i < varied ? [3, i % 2 ? 3 : 0] : [0, 0], judge: i % 5 },
        ]),
      ),
    );
  const noun = ["episode", "episodes"] as const;

  test("are greyed where fewer than five episodes vary, and told where fewer than ten do", () => {
    const [few, some, enough] = [3, 7, 12].map((varied) => agreementOf(rated(varied))) as [
      AgreementRow,
      AgreementRow,
      AgreementRow,
    ];
    expect([few, some, enough].map(({ variedClusters }) => variedClusters)).toEqual([3, 7, 12]);
    const thin = (row: AgreementRow) =>
      coefficientColumns("spearman")
        .filter((column) => isThinValue(column, row))
        .map(({ head }) => head);
    expect(thin(few)).toEqual(["α interval", "α ordinal", "ICC(1,1)", "ICC(1,k)"]);
    expect(thin(some)).toEqual([]);
    expect(variedSentences([few, some, enough], noun)).toEqual([
      expect.stringContaining("in 3 episodes only"),
      expect.stringContaining("in 7 episodes only"),
    ]);
  });

  test("have a remark in every table, as their intervals are too narrow", () => {
    const rows = [3, 7, 12].map((varied) => agreementOf(rated(varied)));
    const remarks = ({ columns, rows: found }: FindingTable) =>
      found.map(({ cells }) => cells[columns.findIndex(({ name }) => name === "remark")]!.value);
    const narrow = expect.stringContaining("α and ICC: intervals too narrow");
    expect(remarks(agreementTable({ confidence: 0.95, rows }))).toEqual([narrow, narrow, ""]);
    const whole = rows.map((row) => ({ ...row, withExcluded: row }));
    expect(remarks(agreementWithExcludedTable({ confidence: 0.95, rows: whole })!)).toEqual([narrow, narrow, ""]);
  });
});
