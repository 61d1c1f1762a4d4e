import { describe, expect, it } from "vitest";
import { advantageSentence, verdictSentence } from "#components/analysis/annotators/alt-test-words.ts";
import { pairOf } from "#components/analysis/annotators/rater-pair.ts";
import { altTestAt } from "#lib/domain/analysis/alt-test-at.ts";
import type { AltTestRow } from "#lib/domain/analysis/findings/annotators.ts";
import { altTestTable } from "#lib/domain/analysis/tables/annotators.ts";
import { tableOn } from "#lib/domain/analysis/tables/finding-table.ts";

const GOAL = { key: "goal", name: "Goal" };
const EPISODES = ["episode", "episodes"] as const;

function person(name: string, rest: Partial<AltTestRow>): AltTestRow {
  return {
    dimension: "goal",
    raterKey: name,
    name,
    items: 60,
    units: 30,
    advantage: 0.5,
    advantageInterval: null,
    meanDifference: -0.2,
    standardError: 0.1,
    degreesOfFreedom: 29,
    p: 0.01,
    pAdjusted: null,
    isRejected: false,
    note: "",
    ...rest,
  };
}

describe("annotator by annotator", () => {
  const pairs = [{ row: 0, column: 2, difference: 1.5, common: 7 }];

  it("has both fields of a pair, the second with its sign turned", () => {
    expect(pairOf(pairs, 0, 2)).toEqual(pairs[0]);
    expect(pairOf(pairs, 2, 0)).toEqual({ row: 2, column: 0, difference: -1.5, common: 7 });
    expect([pairOf(pairs, 0, 0), pairOf(pairs, 0, 1)]).toEqual([undefined, undefined]);
  });
});

describe("the alternative annotator test in words", () => {
  const few = { note: "Needs 30 common episodes, has 18.", units: 18, p: 0.03 };
  const rows = [person("ann", { advantage: 0.4, ...few }), person("ben", { advantage: 0.8, ...few, units: 12 })];

  it("says what is missing where nobody could be tested, and the average advantage all the same", () => {
    const at = altTestAt({ rows, epsilon: 0.1 }, 0.1);
    expect(verdictSentence(at, GOAL, EPISODES)).toBe(
      "On goal nobody could be tested: it takes 30 episodes in common with others and the judge, and the most that one person has is 18.",
    );
    expect(advantageSentence(at)).toMatch(/^On average over 2 people .+ on 60 % .+ ρ = 0.60\)\.$/);
  });

  it("keeps the exploratory p-value at the price of the question alone, and out of every decision", () => {
    const [ann] = altTestAt({ rows, epsilon: 0.1 }, 0.1);
    expect(ann).toMatchObject({ p: null, pAdjusted: null, isRejected: false, exploratoryP: 0.03 });
    expect(altTestAt({ rows, epsilon: 0.1 }, 0.2)[0]).toMatchObject({ p: null, exploratoryP: null });
  });

  it("puts one dimension alone into a table, with p-values corrected over all", () => {
    const test = {
      rows: [person("ann", {}), person("ben", { dimension: "secret", p: 0.04 }), person("ben", { p: 0.02 })],
      epsilon: 0.1,
      byDimension: [],
    };
    const onGoal = altTestAt(test, 0.2).filter(({ dimension }) => dimension === "goal");
    const table = altTestTable(test, 0.95, { epsilon: 0.2, rows: onGoal });
    expect(table).toEqual(tableOn(altTestTable(test, 0.95, { epsilon: 0.2 }), "goal"));
    expect(table.rows).toHaveLength(2);
  });

  it("says whether the judge passes", () => {
    const at = altTestAt({ rows: [person("ann", {}), person("ben", { meanDifference: 0.4 })], epsilon: 0.1 }, 0.1);
    expect(verdictSentence(at, GOAL, EPISODES)).toBe(
      "On goal the judge could stand in for 50 % of 2 tested: it passes.",
    );
    expect(at.map(({ exploratoryP }) => exploratoryP)).toEqual([null, null]);
  });
});
