import { describe, expect, it } from "vitest";
import { annotatorRows, annotatorTable } from "#components/analysis/annotators/annotator-rows.ts";
import { csvText } from "#components/charts/figure/csv-text.ts";
import type { DimensionAnnotators } from "#lib/domain/analysis/findings/annotators.ts";

const none = { value: null, reason: "no_data" };
const part = {
  dimension: { key: "goal", name: "Goal", min: 0, max: 10 },
  rows: [
    {
      raterKey: "r1",
      name: "P-1",
      ratings: 2,
      overlap: 2,
      leaveOneOutBias: { value: 1, interval: [-18, 20], se: 1, df: 1, p: null, n: 2, clusters: 2, reason: null },
      meanAbsoluteDifference: none,
      severity: none,
      severityInterval: [-6, 6],
      modalShare: none,
      longestRun: 1,
      expectedRun: 1,
      medianMinutes: null,
      peerMedianMinutes: null,
      timeScore: null,
      flags: [],
      isLeftOut: false,
    },
  ],
} as unknown as DimensionAnnotators;

describe("an interval that is wider than the scale", () => {
  it("is a dash with its reason, in the picture, the table and the file", () => {
    const [row] = annotatorRows(part);
    expect(row?.marks[0]).toMatchObject({ value: 1, interval: null });
    expect(row?.columns[1]).toBe("– > scale");
    const table = annotatorTable(part, 0.95, false);
    expect(table.rows[0]?.cells).toHaveLength(table.columns.length);
    expect(table.rows[0]?.cells[4]).toEqual({ text: "– wider than the scale", value: null });
    expect(table.rows[0]?.cells[8]).toEqual({ text: "– wider than the scale", value: null });
  });
});

describe("the table of annotators", () => {
  it("has only columns that can hold something", () => {
    const names = annotatorTable(part, 0.95, true).columns.map(({ name }) => name);
    expect(names).toContain("flags");
    expect(names).not.toContain("known_answers");
  });
});

describe("the file of a table", () => {
  it("says in each row what it rests on", () => {
    const table = {
      columns: [{ name: "policy", head: "Policy" }],
      rows: [{ key: "a", cells: [{ text: "A", value: "A" }] }],
    };
    expect(csvText(table, "Goal, scale 0 to 10. Judge: J.")).toBe('policy,basis\nA,"Goal, scale 0 to 10. Judge: J."\n');
  });
});
