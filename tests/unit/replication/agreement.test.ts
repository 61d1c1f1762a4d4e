import { describe, expect, test } from "vitest";
import type { ConditionId } from "#lib/domain/analysis/replication/conditions.ts";
import type { BothAgents, StudyEpisode } from "#lib/domain/analysis/replication/material.ts";
import { agreementTable } from "#lib/domain/analysis/replication/table-agreement.ts";
import { correlationTable } from "#lib/domain/analysis/replication/table-correlation.ts";
import { episode, seven, study } from "./synthetic-study.ts";

/** How many of the 196 items have which pair of binarised ratings (sotopia.md, T78), and the score that becomes 1 or −1. */
const PAIRS: { top: number; counts: [a: number, b: number, count: number][] }[] = [
  {
    top: 10,
    counts: [
      [0, 1, 41],
      [1, 1, 136],
      [0, 0, 19],
    ],
  },
  {
    top: 5,
    counts: [
      [0, 1, 22],
      [1, 1, 9],
      [0, 0, 148],
      [-1, 0, 13],
      [-1, -1, 4],
    ],
  },
  {
    top: 10,
    counts: [
      [0, 0, 170],
      [0, 1, 26],
    ],
  },
  {
    top: 7,
    counts: [
      [0, 0, 195],
      [-1, 0, 1],
    ],
  },
  {
    top: 10,
    counts: [
      [0, 0, 189],
      [-1, 0, 6],
      [-1, -1, 1],
    ],
  },
  {
    top: 4,
    counts: [
      [0, 0, 179],
      [0, 1, 9],
      [-1, 0, 6],
      [1, 1, 1],
      [-1, 1, 1],
    ],
  },
  {
    top: 10,
    counts: [
      [1, 1, 55],
      [0, 0, 102],
      [0, 1, 39],
    ],
  },
];

const COLUMNS = PAIRS.map(({ top, counts }) =>
  counts.flatMap(([a, b, count]) => Array.from({ length: count }, () => [a * top, b * top] as const)),
);

const SIZES: [ConditionId, number][] = [
  ["gpt-4", 28],
  ["gpt-3.5", 14],
  ["base", 28],
  ["bc+sr", 28],
];

/** 98 episodes whose agents are the 196 items in order. */
function episodes(): StudyEpisode[] {
  const conditions = SIZES.flatMap(([id, size]) => Array.from({ length: size }, () => id));
  return conditions.map((condition, number) => {
    const row = (rater: 0 | 1): BothAgents => {
      const scores = (seat: number) => COLUMNS.map((items) => items[2 * number + seat]?.[rater] as number);
      return [scores(0), scores(1)];
    };
    return episode(`e${number}`, condition, { rows: [row(0), row(1)] });
  });
}

describe("Table 8 from the counts of pairs", () => {
  test("pairwise agreement and Randolph’s kappa are the published ones in all seven dimensions", () => {
    const table = agreementTable(study(episodes()));
    expect(table.differences).toEqual([]);
    const comparisons = table.groups.slice(0, 2).flatMap(({ lines }) => lines[1]?.cells.map((cell) => cell.comparison));
    expect(comparisons).toEqual(Array(14).fill("same"));
  });

  test("the script’s alpha is what the original script gives", () => {
    const alpha = agreementTable(study(episodes())).groups[2]?.lines[0]?.cells.map(({ value }) => value?.toFixed(4));
    expect(alpha).toEqual(["0.3517", "0.3743", "-0.0683", "0.0000", "0.2363", "0.0838", "0.5788"]);
  });

  test("a third row of an episode changes nothing", () => {
    const [first, ...rest] = episodes() as [StudyEpisode, ...StudyEpisode[]];
    const third = { rater: "late", line: 9, scores: [seven({ goal: 3 }), seven({ bel: 2 })] as BothAgents };
    const table = agreementTable(study([{ ...first, annotations: [...first.annotations, third] }, ...rest]));
    expect(table.differences).toEqual([]);
  });

  test("conditions outside the four of the paper count in the corrected version alone", () => {
    const other = episode("bc", "bc", {
      rows: [
        [seven({ goal: 0 }), seven({})],
        [seven({ goal: 10 }), seven({})],
      ],
    });
    const table = agreementTable(study([...episodes(), other]));
    expect(table.differences).toEqual([]);
    const before = agreementTable(study(episodes())).groups[3]?.lines[0]?.cells[6]?.value;
    expect(table.groups[3]?.lines[0]?.cells[6]?.value).not.toBe(before);
  });

  test("two rows of one person are a pair for the authors and no pair in the corrected version", () => {
    const rows: BothAgents[] = [
      [seven({ goal: 10 }), seven({ goal: 10 })],
      [seven({ goal: 0 }), seven({ goal: 10 })],
    ];
    const twice = episode("twice", "base", { rows, raters: ["same", "same"] });
    const table = agreementTable(study([twice]));
    expect(table.groups[0]?.lines[1]?.cells[6]?.value).toBe(0.5);
    expect(table.groups[3]?.lines[0]?.cells[6]).toMatchObject({ value: null, reason: "no item has two ratings" });
  });
});

describe("Table 7", () => {
  const human = [8, 5, 3, 2, 7, 4.5];
  const judge = [9, 6, 3, 4, 9, 6];
  const pairs = human.map((goal, number) => {
    const [low, high] = [Math.floor(goal), Math.ceil(goal)];
    return episode(`e${number}`, "bc", {
      rows: [
        [seven({ goal: low }), seven({ goal: 1 })],
        [seven({ goal: high }), seven({ goal: 1 })],
      ],
      judge: [seven({ goal: judge[number] }), seven({ goal: number })],
    });
  });
  const lines = correlationTable(study(pairs)).groups[0]?.lines ?? [];
  const bc = lines.map(({ cells }) => cells[3]);

  test("Pearson of the mean rating and the judge, the agent under study alone", () => {
    expect(bc[1]?.value).toBeCloseTo(0.9527351188, 9);
    expect(bc[3]?.value).toBeCloseTo(0.9121593238, 9);
    expect(bc[4]?.value).not.toBeCloseTo(0.9527351188, 3);
  });

  test("the corrected version has an interval from whole episodes", () => {
    const [low, high] = bc[2]?.interval ?? [0, 0];
    expect(low).toBeLessThan(0.9527);
    expect(high).toBeGreaterThan(0.9527);
    expect(high).toBeLessThan(1);
  });

  test("a condition that the judge did not rate says so", () => {
    const unjudged = pairs.map((each) => ({ ...each, judge: null }));
    const table = correlationTable(study(unjudged));
    expect(table.missing).toContainEqual(
      "Judge with people, goal, BC: the judge’s ratings of these episodes are not among the files.",
    );
    expect(table.missing).toContainEqual(
      expect.stringContaining("no rated episode of this condition is among the files"),
    );
  });
});
