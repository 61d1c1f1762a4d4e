import { describe, expect, it } from "vitest";
import { absentSentence, bandWords, shortageSentence } from "#components/analysis/planner/planner-words.ts";
import type { DimensionPlan } from "#lib/domain/analysis/findings/planner.ts";

const policy = (label: string, position: number) => ({
  label,
  names: [label],
  position,
  colour: position,
  isBase: position === 0,
});
const [BASE, TUNED, ABSENT] = [policy("expert", 0), policy("BC", 1), policy("SR", 2)];

const row = (of: typeof BASE, available: number) => ({
  policy: of,
  band: { from: 0, to: 3 },
  available,
  have: 10,
  want: 10,
  next: 0,
  inclusionProbability: null,
});

const plan: DimensionPlan = {
  dimension: {
    key: "goal",
    name: "Goal",
    symbol: "GOAL",
    min: 0,
    max: 10,
    isWhole: true,
    direction: "",
    hue: "goal",
  },
  curves: [
    { kind: "bias", policy: BASE, measured: [], projected: [], needed: 43, have: 20 },
    { kind: "bias", policy: TUNED, measured: [], projected: [], needed: 81, have: 20 },
    { kind: "difference", policy: TUNED, measured: [], projected: [], needed: 160, have: 20 },
  ],
  deviation: { value: 2, reason: null },
  clusterCorrelation: { value: 0, reason: null },
  cellsPerCluster: 2,
  ratingsPerCell: 1,
  sentence: "",
  allocation: [row(BASE, 90), row(TUNED, 25), row(TUNED, 15)],
};

describe("the planner in words", () => {
  it("says one score as one", () => {
    expect([bandWords({ from: 3, to: 3 }), bandWords({ from: -5, to: -2 })]).toEqual(["3", "−5 to −2"]);
  });

  it("says that the judge has to rate more where its scores do not reach the aim", () => {
    expect(shortageSentence(plan)).toContain("for BC (81 needed, 20 scored by the judge).");
    expect(shortageSentence({ ...plan, allocation: [row(BASE, 90), row(TUNED, 200)] })).toBe("");
  });

  it("names policies without a curve", () => {
    expect(absentSentence(plan, [BASE, TUNED, ABSENT])).toMatch(/^No curve for SR:/);
    expect(absentSentence(plan, [BASE, TUNED])).toBe("");
  });
});
