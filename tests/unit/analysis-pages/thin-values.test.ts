import { describe, expect, it } from "vitest";
import { coefficientColumns, droppedSentences } from "#components/analysis/agreement/agreement-columns.ts";
import { calibrationSeries } from "#components/analysis/calibration/calibration-lines.ts";
import { orderLine, orderWords } from "#components/analysis/grid/grid-cells.ts";
import { buildContext } from "#lib/domain/analysis/context.ts";
import { bootstrapped } from "#lib/domain/analysis/estimates.ts";
import { findView } from "#lib/domain/analysis/find-view.ts";
import { analysisQuestionSchema } from "#lib/domain/analysis/question.ts";
import { calibrationErrors } from "#lib/domain/analysis/tables/calibration.ts";
import { makeColumns } from "#tests/factories/rating-columns.ts";

function contextOf(pairs: [people: number, judge: number][]) {
  const ratings = pairs.flatMap(([people, judge], i) => [
    { item: `E${i}`, rater: "ann", score: people },
    { item: `E${i}`, rater: "ben", score: people },
    { item: `E${i}`, rater: "judge", score: judge },
  ]);
  return buildContext(makeColumns(ratings), analysisQuestionSchema.parse({ resamples: 200 }));
}

describe("the rank correlation of a facet", () => {
  it("is called too few to interpret below five pairs", () => {
    const [few] = findView(
      contextOf([
        [2, 4],
        [4, 6],
        [5, 8],
      ]),
      "grid",
    ).byDimension[0]!.facets;
    expect(orderLine(few!, "spearman")).toMatch(/n 3: too few to interpret$/);
    expect(orderWords(few!, "spearman")).toContain("3 cells, too few to interpret");
    const enough = findView(
      contextOf([
        [2, 4],
        [4, 6],
        [5, 8],
        [6, 8],
        [7, 9],
      ]),
      "grid",
    ).byDimension[0]!.facets;
    expect(orderLine(enough[0]!, "spearman")).toMatch(/n 5$/);
  });

  it("is the one that is asked for, with a ceiling where people’s reliability sets one", () => {
    const [facet] = findView(
      contextOf([
        [2, 4],
        [4, 6],
        [5, 8],
        [6, 7],
        [7, 9],
      ]),
      "grid",
    ).byDimension[0]!.facets;
    expect(orderLine(facet!, "spearman")).toMatch(/^ρ 0\.90.* · ceiling 1\.00/);
    expect(orderLine(facet!, "pearson")).toMatch(/^r 0\.93.* · ceiling 1\.00/);
    expect(orderLine(facet!, "kendall")).toMatch(/^τ-b 0\.80(?!.*ceiling)/);
    expect(orderWords(facet!, "kendall")).toContain("Kendall τ-b 0.80");
  });

  it("fits under the name of a facet without an interval, whose reason is for the ear and the table", () => {
    const [rare] = findView(contextOf([...Array.from({ length: 9 }, (): [number, number] => [2, 4]), [3, 5]]), "grid")
      .byDimension[0]!.facets;
    expect(orderLine(rare!, "spearman")).toBe("ρ 1.00, no interval · ceiling 1.00 · n 10");
    expect(orderWords(rare!, "spearman")).toContain("more than one resample in ten has no value");
  });

  it("has no such words where it is not defined", () => {
    const [flat] = findView(
      contextOf([
        [2, 4],
        [4, 4],
      ]),
      "grid",
    ).byDimension[0]!.facets;
    expect(orderLine(flat!, "spearman")).not.toContain("too few");
  });
});

describe("the calibration curve", () => {
  const part = findView(
    contextOf([
      [2, 4],
      [4, 6],
      [4, 8],
    ]),
    "calibration",
  ).byDimension[0]!;

  it("is drawn in steps", () => {
    const series = calibrationSeries(part, part.policies[0]!, "ink", { hasLinear: false });
    expect(series.filter(({ key }) => key === "isotonic").map(({ line }) => line)).toEqual(["step"]);
  });

  it("has a slope with its interval: half a point of people per point of this judge", () => {
    expect(part.policies[0]?.slope.value).toBeCloseTo(0.5, 12);
    expect(part.policies[0]?.slope.interval).not.toBeNull();
    const { columns } = calibrationErrors({ confidence: 0.9, byDimension: [part] });
    expect(columns.filter(({ group }) => group === "Slope").map(({ name }) => name)).toEqual(
      expect.arrayContaining(["slope", "slope_low", "slope_high"]),
    );
    const flat = findView(
      contextOf([
        [2, 4],
        [4, 4],
      ]),
      "calibration",
    ).byDimension[0]!;
    expect(flat.policies[0]?.slope).toMatchObject({ value: null, reason: "constant_judge" });
  });
});

describe("resamples without a value", () => {
  const interval = { interval: [0.1, 0.5] as const, reason: null, method: "atanh-t" as const, se: 0.1, clusters: 4 };
  const counts = { n: 8, clusters: 4 };
  const value = { value: 0.3, reason: null };

  it("are counted beside the estimate, and told", () => {
    const some = bootstrapped(value, { ...interval, resamples: 2000, undefinedCount: 120 }, counts);
    expect(some.dropped).toEqual({ count: 120, of: 2000 });
    const none = bootstrapped(value, { ...interval, resamples: 2000, undefinedCount: 0 }, counts);
    expect("dropped" in none).toBe(false);
    const [row] = findView(
      contextOf([
        [2, 4],
        [4, 6],
        [5, 8],
      ]),
      "agreement",
    ).rows;
    expect(
      droppedSentences([{ ...row!, alphaInterval: some, alphaOrdinal: none }], coefficientColumns("spearman")),
    ).toContain("Goal: some resamples have no value and are left out of the interval (α interval in 120 of 2,000).");
  });
});
