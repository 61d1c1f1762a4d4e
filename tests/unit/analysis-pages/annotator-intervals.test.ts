import { describe, expect, it } from "vitest";
import { annotatorRows } from "#components/analysis/annotators/annotator-rows.ts";
import { shownTable } from "#components/analysis/frame/shown-table.ts";
import type { DimensionAnnotators } from "#lib/domain/analysis/findings/annotators.ts";
import { annotatorTable } from "#lib/domain/analysis/tables/annotators.ts";
import { csvText } from "#lib/domain/shared/csv-text.ts";

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
      sameAcross: null,
      expectedSameAcross: null,
      medianMinutes: null,
      peerMedianMinutes: null,
      timeScore: null,
      flags: [],
      isLeftOut: false,
    },
  ],
} as unknown as DimensionAnnotators;

const tableOf = (showsFlags: boolean) => annotatorTable({ confidence: 0.95, byDimension: [part], showsFlags });

describe("an interval that is wider than the scale", () => {
  it("is a dash with its reason, in the picture, the table and the file", () => {
    const [row] = annotatorRows(part);
    expect(row?.marks[0]).toMatchObject({ value: 1, interval: null });
    expect(row?.columns[1]).toBe("– > scale");
    const table = shownTable(tableOf(false), "goal");
    expect(table.rows[0]?.cells).toHaveLength(table.columns.length);
    const cellOf = (name: string) => table.rows[0]?.cells[table.columns.findIndex((column) => column.name === name)];
    for (const name of ["difference_from_others_low", "leniency_low"])
      expect(cellOf(name)).toEqual({ text: "– wider than the scale", value: null });
  });
});

describe("the table of annotators", () => {
  it("has only columns that can hold something", () => {
    const names = tableOf(true).columns.map(({ name }) => name);
    expect(names).toContain("flags");
    expect(names).not.toContain("known_answers");
    expect(tableOf(false).columns.map(({ name }) => name)).not.toContain("flags");
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
