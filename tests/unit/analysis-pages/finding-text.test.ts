import { describe, expect, it } from "vitest";
import { biasGroups, biasValues } from "#components/analysis/bias/bias-rows.ts";
import {
  biasSentences,
  endsSentence,
  excludedSentence,
  unreachableSentence,
} from "#components/analysis/bias/bias-sentences.ts";
import { estimateText } from "#components/analysis/frame/figure-cells.ts";
import { cellText, shownTable } from "#components/analysis/frame/shown-table.ts";
import { fileNameOf, sideWords, viewPath } from "#components/analysis/frame/view-words.ts";
import { gridCells, gridScales } from "#components/analysis/grid/grid-cells.ts";
import { ceilingSentences, roundingSentence } from "#components/analysis/grid/grid-ranges.ts";
import {
  besideWords,
  leaderboardHeads,
  leaderboardRows,
  tiesSentence,
} from "#components/analysis/leaderboard/leaderboard-rows.ts";
import { altTestAt, winningRate } from "#lib/domain/analysis/alt-test-at.ts";
import type { AltTestRow } from "#lib/domain/analysis/findings/annotators.ts";
import type { DimensionBias, PolicyBias } from "#lib/domain/analysis/findings/bias.ts";
import type { Estimate } from "#lib/domain/analysis/findings/common.ts";
import type { GridFacet, GridFinding } from "#lib/domain/analysis/findings/grid.ts";
import type { DimensionLeaderboard, LeaderboardRow } from "#lib/domain/analysis/findings/leaderboard.ts";
import { biasTable } from "#lib/domain/analysis/tables/bias.ts";
import { gridTable } from "#lib/domain/analysis/tables/grid.ts";
import { measuredColumn, pColumn } from "#lib/domain/analysis/tables/table-columns.ts";
import { testAdvantage } from "#lib/domain/statistics/alt-test-decision.ts";
import type { Measured } from "#lib/domain/statistics/measured.ts";

const GOAL = {
  key: "goal",
  name: "Goal",
  symbol: "GOAL",
  min: 0,
  max: 10,
  isWhole: true,
  direction: "Higher is further.",
  hue: "goal",
};

const estimate = (value: number | null, interval: [number, number] | null, rest: Partial<Estimate> = {}): Estimate => ({
  value,
  interval,
  se: null,
  df: null,
  p: null,
  n: 28,
  clusters: 14,
  reason: null,
  ...rest,
});

const policy = (label: string, position: number) => ({
  label,
  names: [label],
  position,
  colour: position,
  isBase: position === 0,
});

function policyBias(label: string, position: number, bias: Estimate, rest: Partial<PolicyBias> = {}): PolicyBias {
  return {
    policy: policy(label, position),
    bias,
    humanMean: 4,
    judgeMean: 5.4166,
    pAdjusted: 0.0004,
    permutationP: null,
    smallestPermutationP: 0.001,
    meanAbsoluteError: estimate(1, null),
    rootMeanSquareError: estimate(2, null),
    biasBootstrap: null,
    humanMeanAbsoluteDifference: 1,
    absence: null,
    judgeEnds: { low: 0, high: 0 },
    humanEnds: { low: 0, high: 0 },
    withExcluded: null,
    ...rest,
  };
}

const bias: DimensionBias = {
  dimension: GOAL,
  family: "",
  policies: [
    policyBias("base", 0, estimate(null, null, { n: 0, clusters: 0, reason: "no_data" })),
    policyBias("BC+SR", 3, estimate(1.41666, [0.8, 2.04]), { humanEnds: { low: 0.5, high: 0.42 } }),
  ],
  differences: [],
};

describe("estimates in words", () => {
  it("carry their interval, or a dash with the reason", () => {
    expect(estimateText(estimate(1.41666, [0.8, 2.04]), { isSigned: true })).toBe("+1.42 [0.80, 2.04]");
    expect(estimateText(estimate(null, null, { reason: "no_data" }))).toBe("– not defined: there are no ratings");
    expect(estimateText(estimate(0, null, { reason: "single_cluster" }))).toBe(
      "0.00, interval not defined: there is one cluster only",
    );
  });

  it("keep the whole number for files", () => {
    const signed = measuredColumn<Measured>("bias", "Bias", (row) => row, { isSigned: true });
    const read = (row: Measured) => signed.cells(row).map((cell, place) => cellText(signed.columns[place]!, cell));
    expect(signed.cells({ value: 1.41666, reason: null })[0]?.value).toBe(1.41666);
    expect(read({ value: 1.41666, reason: null })[0]).toBe("+1.42");
    expect(read({ value: null, reason: "no_variation" })).toEqual([
      "– not defined: all ratings are equal",
      "no_variation",
    ]);
    const p = pColumn<number>("p", "p", (row) => row);
    expect(cellText(p.columns[0]!, p.cells(0.0004)[0]!)).toBe("< 0.001");
  });
});

describe("the forest of the bias", () => {
  it("draws what is defined in the colour of its place and says why the rest is missing", () => {
    const rows = biasGroups(bias)[0]?.rows ?? [];
    expect(rows[0]).toMatchObject({ label: "base", marks: [], absence: "not defined: there are no ratings" });
    expect(rows[1]?.marks).toEqual([
      { hue: 4, shape: "circle", value: 1.41666, interval: [0.8, 2.04], share: 1, text: "BC+SR: +1.42 [0.80, 2.04]" },
    ]);
    expect(rows[1]?.columns).toEqual(["+1.42", "[0.80, 2.04]", "28 / 14", "4.00", "5.42", "< 0.001"]);
  });

  it("has as many cells in each row of its table as columns", () => {
    const table = biasTable({ confidence: 0.95, byDimension: [bias] });
    for (const row of table.rows) expect(row.cells).toHaveLength(table.columns.length);
  });

  it("draws the twin whose slope is corrected for noise, with its interval, and says where there is none", () => {
    const pair = (label: string, corrected: Estimate) => ({
      policy: policy(label, 1),
      base: policy("base", 0),
      difference: estimate(1.1, [0.5, 1.6]),
      absence: null,
      pAdjusted: 0.01,
      adjusted: estimate(0.9, [0.3, 1.5]),
      adjustedForNoise: corrected,
      reliability: null,
      slope: 0.5,
      withExcluded: null,
    });
    const none = estimate(null, null, { reason: "no_reliability" });
    const both = { ...bias, differences: [pair("BC", estimate(0.2, [-9, 9.4])), pair("SR", none)] };
    const [drawn, missing] = biasGroups(both)[1]?.rows ?? [];
    expect(drawn?.marks[1]).toMatchObject({ value: 0.2, interval: [-9, 9.4], isHollow: true, isTwin: true });
    expect(missing?.marks).toHaveLength(1);
    expect(biasSentences(both, ["episode", "episodes"])).toContain(
      "No hollow dot for SR: the slope of the judge cannot be corrected there, as the ratings of one item differ as much as those of different items.",
    );
    const far = { ...bias, differences: [pair("BC", estimate(-20.3, [-34.3, -6.4])), pair("SR", estimate(10, null))] };
    expect(biasSentences(far, ["episode", "episodes"])).toContain(
      "Impossible on this scale, so to be left aside: the hollow dot of BC (−20.30 [−34.30, −6.40]). The slope is divided by people’s reliability, which is near 0 there.",
    );
    expect(biasSentences(both, ["episode", "episodes"]).join()).not.toContain("Impossible");
    // A wide interval of the twin does not lengthen the axis for all.
    expect(Math.max(...biasValues(both))).toBe(2.04);
  });

  it("says which permutation test could not reach 5 %, whatever the data were", () => {
    const few = policyBias("BC", 1, estimate(2, [0.5, 3.5]), { permutationP: 0.125, smallestPermutationP: 0.125 });
    const enough = policyBias("SR", 2, estimate(2, [0.5, 3.5]), { permutationP: 0.5, smallestPermutationP: 0.03125 });
    const same = estimate(1, null, { reason: "zero_variance" });
    const flat = policyBias("flat", 2, same, { permutationP: 0.25, smallestPermutationP: 0.25 });
    expect(unreachableSentence({ ...bias, policies: [few, enough, flat] }, ["episode", "episodes"])).toBe(
      "Permutation p: BC cannot reach 0.05 with 4 episodes, 0.125 is the least. That is not the same as no bias.",
    );
    expect(unreachableSentence({ ...bias, policies: [enough] }, ["episode", "episodes"])).toBeNull();
    expect(biasGroups({ ...bias, policies: [flat] })[0]?.rows[0]?.columns[1]).toBe("all the same");
  });

  it("says where ratings pile up at an end, and what excluded ratings would change", () => {
    expect(endsSentence(bias)).toMatch(/people’s mean on up to 92 % .+ the judge’s score on up to 0 %/);
    expect(excludedSentence(bias)).toBeNull();
    const changed = {
      ...bias,
      policies: [policyBias("BC", 1, estimate(1, [0, 2]), { withExcluded: estimate(1.3, [0.2, 2.4]) })],
    };
    expect(excludedSentence(changed)).toBe("With excluded raters counted: BC +1.30 [0.20, 2.40].");
    const [one, other] = [estimate(0.7, [0, 1.4]), estimate(0.4, [-0.1, 0.9])];
    const pair = { policy: policy("BC", 1), base: policy("base", 0), difference: one, withExcluded: other };
    const rest = { absence: null, pAdjusted: null, adjusted: one, adjustedForNoise: one, reliability: null, slope: 1 };
    expect(excludedSentence({ ...changed, differences: [{ ...pair, ...rest }] })).toBe(
      "With excluded raters counted: BC +1.30 [0.20, 2.40]; BC − base +0.40 [−0.10, 0.90].",
    );
  });

  it("names the direction by the scale: severity where it ends at 0", () => {
    expect(sideWords(GOAL)[1]).toBe("judge above people");
    expect(sideWords({ max: 0 })).toEqual(["judge more severe", "judge less severe"]);
  });
});

describe("the leaderboard", () => {
  const row = (label: string, debiased: Estimate, rest: Partial<LeaderboardRow> = {}): LeaderboardRow => ({
    policy: policy(label, 1),
    judgeMean: 6,
    human: estimate(4, [3, 5]),
    humanAdjusted: null,
    debiased,
    note: "",
    remark: "",
    scenarios: { labelled: 8, all: 9 },
    weightedNote: "",
    lambda: 0.5,
    labelledCells: 10,
    allCells: 100,
    labelledClusters: 10,
    effectiveLabels: 17,
    ranks: [1, 2],
    weighted: null,
    withExcluded: null,
    ...rest,
  });

  it("has no diamond and shows people alone where no debiased score is given", () => {
    const board: DimensionLeaderboard = {
      dimension: GOAL,
      rows: [row("BC", estimate(4.4, [3.8, 5])), row("SR", estimate(null, null), { ranks: null, note: "3 labelled" })],
      ties: [[0, 1]],
    };
    const rows = leaderboardRows(board);
    expect(rows.map(({ marks }) => marks.map(({ shape }) => shape))).toEqual([
      ["diamond", "circle", "square"],
      ["circle", "square"],
    ]);
    expect(leaderboardHeads(board).map(({ text }) => text)).toEqual([
      "debiased",
      "interval",
      "people",
      "by people / all",
      "λ",
      "worth ratings",
      "rank",
    ]);
    expect(rows[1]?.columns.slice(0, 3)).toEqual(["–", "–", "4.00"]);
    expect(rows.every(({ columns }) => columns.length === 7)).toBe(true);
    expect(rows[0]?.columns.at(-1)).toBe("1–2");
    expect(besideWords(board)).toContain("debiased score, a dash");
    const refused = { ...board, rows: board.rows.slice(1) };
    expect(besideWords(refused)).toContain("mean of people");
    expect(leaderboardHeads(refused).map(({ text }) => text)).toEqual(["people", "interval", "by people / all"]);
    expect(leaderboardRows(refused)[0]?.columns).toEqual(["4.00", "[3.00, 5.00]", "10 / 100"]);
    expect(tiesSentence(board)).toBe("Not told apart (the interval of their difference covers 0): BC and SR.");
  });
});

describe("the grid", () => {
  it("has every value of the judge across and every half point of people up", () => {
    const facet = {
      policy: null,
      bins: [{ judge: 8, human: 6.5, count: 3 }],
      judgeHistogram: { from: 0, step: 1, counts: [] },
      isRounded: { judge: false, human: false },
    } as unknown as GridFacet;
    expect(gridScales(GOAL, facet)).toMatchObject({ x: { min: 0, step: 1, count: 11 }, y: { step: 0.5, count: 21 } });
    expect(gridCells(facet, GOAL)).toEqual([
      { key: "8:6_5", x: 8, y: 6.5, count: 3, text: "Judge 8, people 6.5: 3 cells" },
    ]);
  });

  it("names the range of a field into which scores were rounded, in words, table and caption", () => {
    const facet = {
      policy: null,
      bins: [{ judge: 1.75, human: 2, count: 3 }],
      judgeHistogram: { from: 1, step: 0.25, counts: [] },
      isRounded: { judge: true, human: false },
      ceiling: null,
      ceilingReason: "no_reliability",
    } as unknown as GridFacet;
    const wit = { ...GOAL, min: 1, max: 5, isWhole: false };
    expect(gridCells(facet, wit)[0]?.text).toBe("Judge 1.625 to 1.875, people 2: 3 cells");
    const finding = { byDimension: [{ dimension: wit, facets: [], pooled: facet }] } as unknown as GridFinding;
    const table = gridTable(finding);
    const rest = table.columns.slice(2).map(({ name }) => name);
    expect(rest).toEqual(["judge", "judge_from", "judge_to", "human", "human_from", "human_to", "cells"]);
    expect(table.rows[0]?.cells.map(({ value }) => value)).toEqual([
      ...["goal", "All policies pooled"],
      ...[1.75, 1.625, 1.875, 2, 2, 2, 3],
    ]);
    const shown = shownTable(table, "goal");
    expect(shown.rows[0]?.cells.map(({ text }) => text).slice(2)).toEqual([
      ...["1.75", "1.625", "1.875"],
      ...["2.0", "2", "2", "3"],
    ]);
    expect(roundingSentence([facet])).toContain("nearest quarter point");
    expect(ceilingSentences([facet], () => "BC")[0]).toMatch(/^No ceiling for BC: /);
  });
});

describe("the alternative annotator test at another price", () => {
  const units = Array.from({ length: 40 }, (_, index) => [1, 0, -1, 0.5][index % 4]!);
  const mean = units.reduce((sum, unit) => sum + unit, 0) / units.length;
  const variance = units.reduce((sum, unit) => sum + (unit - mean) ** 2, 0) / (units.length - 1);
  const row = (name: string, note = ""): AltTestRow => ({
    dimension: "goal",
    raterKey: name,
    name,
    items: 40,
    units: 40,
    advantage: 0.6,
    advantageInterval: null,
    meanDifference: mean,
    standardError: note ? null : Math.sqrt(variance / units.length),
    degreesOfFreedom: note ? null : units.length - 1,
    p: null,
    pAdjusted: null,
    isRejected: false,
    note,
  });

  it.each([0, 0.1, 0.25, 0.5])("gives the p-value of the test itself at ε = %d", (epsilon) => {
    const [again] = altTestAt({ rows: [row("a")], epsilon: 0.1 }, epsilon);
    expect(again?.p).toBeCloseTo(testAdvantage(units, epsilon, 30).p ?? Number.NaN, 12);
  });

  it("counts only those who were tested", () => {
    const rows = altTestAt({ rows: [row("a"), row("b", "needs 30 common items, has 18")], epsilon: 0.1 }, 0.5);
    expect(rows[1]?.p).toBeNull();
    expect(winningRate(rows, "goal")).toEqual({ rate: 1, tested: 1 });
    expect(winningRate(rows, "secret")).toEqual({ rate: null, tested: 0 });
  });
});

describe("addresses and names of files", () => {
  it("keep the dimension, and hold nothing that a file name may not", () => {
    expect(viewPath("a1", "overview")).toBe("/analysis/a1");
    expect(viewPath("a1", "bias", "social rules")).toBe("/analysis/a1/bias?dimension=social%20rules");
    expect(fileNameOf("bias", "Social rules/Ä")).toBe("bias-social-rules");
  });
});
