import { describe, expect, it } from "vitest";
import { panelGuides } from "#components/analysis/bland-altman/bland-altman-panel.ts";
import { undrawnDimensions, undrawnPolicies } from "#components/analysis/overview/overview-policies.ts";
import { roomRight, spread } from "#components/charts/line-plot-room.ts";
import { cutEnds } from "#components/charts/plot-edges.ts";
import type { BlandAltmanFacet } from "#lib/domain/analysis/findings/bland-altman.ts";
import type { OverviewFinding } from "#lib/domain/analysis/findings/overview.ts";

const AREA = { x: 40, y: 30, width: 200, height: 100 };

describe("what runs beyond a plot", () => {
  it("is told for each end, along the axis and upright", () => {
    expect(cutEnds([40, 240], AREA, "x")).toEqual({ low: false, high: false });
    expect(cutEnds([20, 240.2], AREA, "x")).toEqual({ low: true, high: false });
    expect(cutEnds([100, 260], AREA, "x")).toEqual({ low: false, high: true });
    // Pixels grow downwards: the lower end has the larger one.
    expect(cutEnds([140, 60], AREA, "y")).toEqual({ low: true, high: false });
    expect(cutEnds([130, 10], AREA, "y")).toEqual({ low: false, high: true });
  });
});

describe("names of lines in the margin", () => {
  it("stand apart, in the order of their lines, and as near to them as that allows", () => {
    expect(spread([{ y: 50 }, { y: 10 }, { y: 52 }], 14)).toEqual([{ y: 10 }, { y: 44 }, { y: 58 }]);
    const four = spread([{ y: 10 }, { y: 10 }, { y: 10 }, { y: 80 }], 14).map(({ y }) => y);
    for (let i = 1; i < four.length; i += 1) expect(four[i]! - four[i - 1]!).toBeGreaterThan(13);
  });

  it("get the room that they need, and none where nothing is named there", () => {
    const facet = {
      bias: { value: 1.03, interval: [-0.03, 2.08] },
      upper: { value: 15.4, interval: null },
      lower: { value: -3.4, interval: null },
      trend: null,
    } as unknown as BlandAltmanFacet;
    const guides = panelGuides(facet);
    expect(guides.every(({ isNamedBeside }) => isNamedBeside)).toBe(true);
    expect(roomRight(guides)).toBeGreaterThan("bias +1.03".length * 6);
    expect(roomRight([])).toBe(14);
  });
});

describe("the panels of the overview", () => {
  const part = (dimension: string, values: Record<string, number | null>) => ({
    dimension,
    differences: [],
    policies: Object.entries(values).map(([label, value]) => ({ policy: { label }, bias: { value } })),
  });
  const finding = (parts: ReturnType<typeof part>[]) =>
    ({ policies: [{ label: "a" }, { label: "b" }, { label: "c" }], byDimension: parts }) as unknown as OverviewFinding;

  it("leave out the policies that are defined nowhere, unless that is all of them", () => {
    const parts = [part("goal", { a: 1, b: null, c: null }), part("secret", { a: null, b: null, c: 0 })];
    expect(undrawnPolicies(finding(parts))).toEqual(["b"]);
    expect(undrawnPolicies(finding([part("goal", { a: null, b: null, c: null })]))).toEqual([]);
  });

  it("leave out the dimensions without any bias, unless that is all of them", () => {
    const empty = part("goal", { a: null, b: null });
    expect(undrawnDimensions(finding([empty, part("secret", { a: null, b: 0 })]))).toEqual(["goal"]);
    expect(undrawnDimensions(finding([empty, part("secret", { a: null })]))).toEqual([]);
  });
});
