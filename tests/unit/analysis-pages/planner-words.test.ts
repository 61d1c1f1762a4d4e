import { describe, expect, it } from "vitest";
import {
  absentSentence,
  shortageSentence,
  spreadSentence,
  unmeasuredSentence,
} from "#components/analysis/planner/planner-words.ts";
import type { DimensionPlan, PlannerCurve } from "#lib/domain/analysis/findings/planner.ts";
import { bandWords } from "#lib/domain/analysis/words.ts";

const policy = (label: string, position: number) => ({
  label,
  names: [label],
  position,
  colour: position,
  isBase: position === 0,
});
const [BASE, TUNED, ABSENT] = [policy("expert", 0), policy("BC", 1), policy("SR", 2)];

const row = (of: typeof BASE, available: number) => ({
  policies: [of],
  band: { from: 0, to: 3 },
  available,
  have: 10,
  want: 10,
  next: 0,
  inclusionProbability: null,
});

const curve = (kind: PlannerCurve["kind"], of: typeof BASE, needed: number): PlannerCurve => ({
  kind,
  policy: of,
  noun: ["episode", "episodes"],
  measured: [],
  projected: [],
  needed,
  neededAtMost: null,
  have: 20,
  clusterVariance: 2.6,
  samples: 1,
  factor: 1.5,
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
  curves: [curve("bias", BASE, 43), curve("bias", TUNED, 81), curve("difference", TUNED, 160)],
  deviation: { value: 2, reason: null },
  deviationInterval: [1.52, 2.92],
  clusterCorrelation: { value: 0.3, reason: null },
  designEffect: 1.3,
  cellsPerCluster: 2,
  sentence: "",
  drawable: 0,
  allocation: [row(BASE, 90), row(TUNED, 25), row(TUNED, 15)],
};

describe("the planner in words", () => {
  it("says one score as one", () => {
    expect([bandWords({ from: 3, to: 3 }), bandWords({ from: -5, to: -2 })]).toEqual(["3", "−5 to −2"]);
  });

  it("says that the judge has to rate more where its scores do not reach the aim", () => {
    expect(shortageSentence(plan)).toContain("for BC (81 episodes needed, 40 scored by the judge).");
    expect(shortageSentence({ ...plan, allocation: [row(BASE, 90), row(TUNED, 200)] })).toBe("");
  });

  it("counts the clusters that the judge’s items make, where one holds several", () => {
    const rows = [row(BASE, 90), { ...row(TUNED, 40), have: 40 }];
    // 40 rated items made 20 clusters, so 40 items are 20.
    expect(shortageSentence({ ...plan, allocation: rows })).toContain("20 scored by the judge");
  });

  it("tells the spread, how alike cells are and what they are worth", () => {
    const sentence = spreadSentence(plan, ["episode", "episodes"]);
    expect(sentence).toContain("standard deviation of 2.00 (1.52 to 2.92)");
    // 2 cells ÷ 1.3.
    expect(sentence).toContain("ρ = 0.30, so they tell as much as 1.54 independent ones (design effect 1.30)");
    const single = { ...plan, cellsPerCluster: 1, designEffect: 1 };
    expect(spreadSentence(single, ["episode", "episodes"])).toContain("Each episode has one cell");
    expect(spreadSentence({ ...plan, deviation: { value: null, reason: "no_data" } }, ["e", "e"])).toBe("");
  });

  it("says why a debiased score has no measured points", () => {
    const debiased = curve("debiased-mean", BASE, 60);
    expect(unmeasuredSentence({ ...plan, curves: [debiased] })).toContain("projected only");
    const measured = { ...debiased, measured: [{ clusters: 5, halfWidth: 1 }] };
    expect(unmeasuredSentence({ ...plan, curves: [debiased, measured] })).toBe("");
    expect(unmeasuredSentence(plan)).toBe("");
  });

  it("names policies without a curve", () => {
    expect(absentSentence(plan, [BASE, TUNED, ABSENT])).toMatch(/^No curve for SR:/);
    expect(absentSentence(plan, [BASE, TUNED])).toBe("");
  });
});
