import { describe, expect, it } from "vitest";
import { columnEdges, dotRadius, layOutRows, rowMargin, TWIN_LINE } from "#components/charts/dot-plot-layout.ts";
import { wrapWords } from "#components/charts/figure/text-lines.ts";
import { POLICY_HUE_COUNT, policyHue } from "#components/charts/hues.ts";
import { csvText } from "#lib/domain/shared/csv-text.ts";

describe("the table of a figure as a file", () => {
  it("keeps numbers unrounded, quotes what needs it, and lets no text run as a formula", () => {
    const table = {
      columns: [
        { name: "policy", head: "Policy" },
        { name: "bias", head: "Judge − human" },
      ],
      rows: [
        {
          key: "a",
          cells: [
            { text: "BC, SR", value: "BC, SR" },
            { text: "+1.42", value: 1.4166666 },
          ],
        },
        {
          key: "b",
          cells: [
            { text: "=1", value: '=1"' },
            { text: "–", value: null },
          ],
        },
      ],
    };
    expect(csvText(table)).toBe('policy,bias\n"BC, SR",1.4166666\n"\'=1""",\n');
  });
});

describe("words of an exported picture", () => {
  it("break at spaces, and a long word keeps its line", () => {
    const wrapped = (text: string, signs: number) => wrapWords(text, signs, ({ length }) => length);
    expect(wrapped("95 % intervals with episodes as clusters", 16).map(({ text }) => text)).toEqual([
      "95 % intervals",
      "with episodes as",
      "clusters",
    ]);
    expect(wrapped("a-very-long-policy-name b", 6)).toEqual([
      { text: "a-very-long-policy-name", width: 23 },
      { text: "b", width: 1 },
    ]);
  });
});

describe("hues of policies", () => {
  it("are eight, by place; further policies share one", () => {
    expect(new Set(Array.from({ length: POLICY_HUE_COUNT }, (_, place) => policyHue(place))).size).toBe(8);
    expect(policyHue(8)).toBe("rest");
    expect(policyHue(-1)).toBe("rest");
  });
});

describe("the rows of a dot plot", () => {
  it("leave room for the words of every group but the last, and say how far each group reaches", () => {
    const rows = [{ key: "a" }];
    const sides = ["less", "more"] as const;
    const plain = layOutRows([
      { key: "x", heading: null, rows },
      { key: "y", heading: "Y", rows },
    ]);
    const named = layOutRows([
      { key: "x", heading: null, rows, sides },
      { key: "y", heading: "Y", rows, sides },
    ]);
    const [first, second] = named.groups;
    expect(named.height).toBeGreaterThan(plain.height);
    expect(first?.to).toBeLessThan(second?.from ?? 0);
    expect(named.rows[1]?.y).toBe(second?.from);
  });

  it("are dots whose area is their count, down to what can still be seen", () => {
    expect(dotRadius(1) ** 2 / dotRadius(0.25) ** 2).toBeCloseTo(4, 12);
    expect(dotRadius(0)).toBeGreaterThan(2);
  });

  it("take a height that does not depend on the width, and columns only where there is room", () => {
    const heads = [
      { text: "bias", width: 96 },
      { text: "n", width: 60 },
    ];
    const layout = layOutRows([
      { key: "a", heading: null, rows: [{ key: "1" }, { key: "2" }] },
      { key: "b", heading: "Change", rows: [{ key: "3" }] },
    ]);
    const tops = layout.rows.map((row) => row.y);
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
    expect(layout.height).toBeGreaterThan(tops.at(-1) ?? 0);
    const twins = layOutRows([
      {
        key: "a",
        heading: null,
        rows: [
          { key: "1", marks: [{}, { isTwin: true }] },
          { key: "2", marks: [{}] },
        ],
      },
    ]);
    expect((twins.rows[1]?.y ?? 0) - (twins.rows[0]?.y ?? 0)).toBe((tops[1] ?? 0) - (tops[0] ?? 0) + TWIN_LINE);
    expect(columnEdges(900, heads)).toEqual([836, 896]);
    expect(columnEdges(360, heads)).toEqual([]);
    const { left, right } = rowMargin(592, heads);
    expect(592 - left - right, "A plot beside columns keeps its width").toBeGreaterThanOrEqual(240);
    expect(columnEdges(591, heads)).toEqual([]);
    expect(rowMargin(360, heads).right).toBeLessThan(rowMargin(900, heads).right);
  });
});
