import { describe, expect, test } from "vitest";
import { changedFields } from "#components/annotations/rating/adopt-typed.ts";
import { dimensionOfSegment, dimensionSegment, goToDimension, parseGo } from "#components/annotations/rating/go.ts";
import { repeatRemarks, stepStates } from "#components/annotations/rating/rating-progress.ts";
import { bandRange, scoreInWords, shortNames } from "#components/annotations/rating/rating-view.ts";
import { bandColumns, bandSpan, scaleColumns } from "#components/annotations/rating/scale-grid.ts";
import { bandOf, scalePoints } from "#lib/domain/dimensions/scale.ts";
import { SOTOPIA_DIMENSIONS } from "#lib/domain/dimensions/sotopia-dimensions.ts";

describe("where a button leads", () => {
  test("a dimension may be called like a page of the visit", () => {
    for (const id of ["review", "skip", "guidelines", "clear_1", "example", "goal"]) {
      expect(parseGo(goToDimension(id))).toEqual({ kind: "dimension", id });
      expect(dimensionOfSegment(dimensionSegment(id))).toBe(id);
    }
    expect(dimensionSegment("review")).not.toBe("review");
    expect(parseGo("review")).toEqual({ kind: "review" });
    expect(parseGo("clear-2")).toEqual({ kind: "clear", agent: 2 });
    expect(parseGo("javascript:alert(1)")).toEqual({ kind: "stay" });
  });
});

describe("words for scores", () => {
  test("have a real minus sign and the band's name", () => {
    const relationship = SOTOPIA_DIMENSIONS[1];
    if (!relationship) throw new Error("There are seven.");
    expect(scoreInWords(-3, relationship)).toBe("−3, worse");
    expect(bandRange({ from: -5, to: -3 })).toBe("−5 to −3");
    expect(bandRange({ from: 0, to: 0 })).toBe("0");
  });

  test("every score of the seven has a band", () => {
    for (const dimension of SOTOPIA_DIMENSIONS)
      for (const score of scalePoints(dimension))
        expect(bandOf(score, dimension.bands), `${dimension.id} ${score}`).toBeDefined();
  });
});

describe("names", () => {
  test("are first names where these are clear", () => {
    expect(shortNames({ 1: "Ilse Brandt", 2: "Theo Marchetti" })).toEqual({ 1: "Ilse", 2: "Theo" });
    expect(shortNames({ 1: "Ana Ruiz", 2: "Ana Lind" })).toEqual({ 1: "Ana Ruiz", 2: "Ana Lind" });
    expect(shortNames({ 1: "Dr. Hahn", 2: "Theo" })).toEqual({ 1: "Dr. Hahn", 2: "Theo" });
  });
});

describe("scales of any length", () => {
  test("have a class for every count of integers, and bands span what they cover", () => {
    for (let count = 2; count <= 21; count += 1) expect(scaleColumns(count), String(count)).toMatch(/^grid-cols-\d+$/);
    for (let count = 2; count <= 11; count += 1) expect(bandColumns(count)).toMatch(/^@md:grid-cols-\d+$/);
    expect(bandSpan(3, 11)).toBe("@md:col-span-3");
    expect(bandColumns(21)).toBe("");
  });
});

describe("progress", () => {
  const both = (score: number | null, rationale: string) =>
    Object.fromEntries(
      ([1, 2] as const).map((agent) => [`goal.${agent}`, { agent, dimension: "goal", score, rationale, evidence: [] }]),
    );

  test("a step is done with both scores and reasons, partial with some of it", () => {
    const dimensions = [{ id: "goal" }, { id: "secret" }];
    expect(stepStates(both(3, "Because."), dimensions)).toEqual({ goal: "done", secret: "open" });
    expect(stepStates(both(3, " "), dimensions)).toMatchObject({ goal: "partial" });
    expect(stepStates(both(0, "Zero is a score."), dimensions)).toMatchObject({ goal: "done" });
  });

  test("the second use of the same words gets a remark that says where the first one stands", () => {
    const remarks = repeatRemarks(both(3, "He did what he said."), [{ id: "goal", name: "Goal" }], {
      1: "Ilse",
      2: "Theo",
    });
    expect(Object.keys(remarks)).toEqual(["goal.2"]);
    expect(remarks["goal.2"]).toContain("under Goal for Ilse");
  });

  test("only what was typed counts as typed", () => {
    const before = { agent: 1 as const, dimension: "goal", score: 2, rationale: "a", evidence: [1] };
    expect(changedFields(before, { ...before, rationale: "b" })).toEqual({ rationale: "b" });
    expect(changedFields(before, { ...before, evidence: [1] })).toEqual({});
  });
});
