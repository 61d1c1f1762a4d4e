import { describe, expect, it } from "vitest";
import { missingSentence, splitByCells } from "#components/analysis/frame/common-cells.ts";

const piece = (label: string, cells: number) => ({ policy: { label }, cells });

describe("policies without a common cell", () => {
  it("are kept out of the picture and named", () => {
    const { drawn, missing } = splitByCells([piece("expert", 12), piece("BC", 0), piece("SR", 0)]);
    expect(drawn.map(({ policy }) => policy.label)).toEqual(["expert"]);
    expect(missing).toEqual(["BC", "SR"]);
    expect(missingSentence({ name: "Goal" }, missing, true)).toBe(
      "Not drawn, as judge and people have no cell in common there on goal: BC and SR.",
    );
  });

  it("are all: the sentence stands in place of the picture", () => {
    expect(missingSentence({ name: "Secret" }, ["BC"], false)).toContain("no cell in common on secret");
  });

  it("are none: nothing is said", () => {
    expect(missingSentence({ name: "Goal" }, [], true)).toBe("");
  });
});
