import { describe, expect, test } from "vitest";
import type { ConditionId } from "#lib/domain/analysis/replication/conditions.ts";
import { goalGapFigure } from "#lib/domain/analysis/replication/figure-goal-gap.ts";
import type { StudyEpisode } from "#lib/domain/analysis/replication/material.ts";
import type { ReplicationTable } from "#lib/domain/analysis/replication/replication.ts";
import { improvementTable } from "#lib/domain/analysis/replication/table-improvement.ts";
import { humanMeansTable, judgeMeansTable, partnerTable } from "#lib/domain/analysis/replication/table-means.ts";
import { episode, spread, study } from "./synthetic-study.ts";

/**
 * Sums behind the published means: 28 agents with two ratings each for people (the only whole numbers of 56ths that are
 * printed so), 28 single ratings for the judge.
 */
const STUDIED: Partial<Record<ConditionId, number[]>> = {
  "gpt-4": [422, 53, 43, -10, -12, 23, 294],
  base: [294, -36, 69, 0, -88, 5, 162],
  sr: [368, 26, 89, 0, -50, 6, 186],
  bc: [418, 58, 87, -10, -34, 4, 199],
  "bc+sr": [409, 71, 61, 0, -26, 10, 240],
};
const PARTNER: Partial<Record<ConditionId, number[]>> = {
  "gpt-4": [418, 38, 55, 0, -36, 25, 204],
  base: [384, -30, 64, 0, -20, 2, 167],
  sr: [437, 26, 68, 0, -35, 14, 231],
  bc: [416, 46, 100, -3, -39, 13, 272],
  "bc+sr": [424, 63, 87, 0, -31, 17, 311],
};
const JUDGE: Partial<Record<ConditionId, number[]>> = {
  "gpt-4": [262, 40, 90, -1, -1, 11, 165],
  base: [231, -8, 77, -5, -13, -5, 91],
  sr: [242, 10, 87, -1, 0, -11, 111],
  bc: [255, 29, 76, 0, 0, 10, 135],
  "bc+sr": [258, 30, 96, 0, -5, 10, 160],
};
const CONDITIONS = Object.keys(STUDIED) as ConditionId[];
const EPISODES = 28;

/** 28 episodes of a condition whose ratings have these sums; the agent under study sits in alternating seats. */
function episodesOf(condition: ConditionId): StudyEpisode[] {
  const studied = (STUDIED[condition] as number[]).map((sum) => spread(sum, 2 * EPISODES));
  const partner = (PARTNER[condition] as number[]).map((sum) => spread(sum, 2 * EPISODES));
  const judge = (JUDGE[condition] as number[]).map((sum) => spread(sum, EPISODES));
  return Array.from({ length: EPISODES }, (_, number) => {
    const seat = number % 2 === 0 ? 1 : 2;
    const both = <T>(own: T, other: T): [T, T] => (seat === 1 ? [own, other] : [other, own]);
    const row = (rater: number) =>
      both(
        studied.map((scores) => scores[2 * number + rater] as number),
        partner.map((scores) => scores[2 * number + rater] as number),
      );
    return episode(`${condition}-${number}`, condition, {
      scenario: `scenario ${number % 14}`,
      studied: [seat],
      rows: [row(0), row(1)],
      judge: both(
        judge.map((scores) => scores[number] as number),
        [9, 0, 0, 0, 0, 0, 5],
      ),
    });
  });
}

const MATERIAL = study(CONDITIONS.flatMap(episodesOf));

/** Recomputed cells of a table that are not the published ones, beside those of GPT-3.5, which is not in this study. */
function wrong(table: ReplicationTable): string[] {
  return table.differences.filter((sentence) => !sentence.includes("GPT-3.5") && !sentence.includes("SD of GOAL"));
}

function counted(table: ReplicationTable, comparison: string): number {
  return table.groups
    .flatMap(({ lines }) => lines.flatMap(({ cells }) => cells))
    .filter((cell) => cell.comparison === comparison).length;
}

describe("sums that give the published means", () => {
  test("print all means of people to the last digit", () => {
    const table = humanMeansTable(MATERIAL);
    expect(wrong(table)).toEqual([]);
    expect(counted(table, "same")).toBe(5 * 8);
    expect(table.missing).toEqual(["GPT-3.5: no rated episode of this condition is among the files."]);
  });

  test("print all means of the judge", () => {
    const table = judgeMeansTable(MATERIAL);
    expect(wrong(table)).toEqual([]);
    expect(counted(table, "same")).toBe(5 * 8);
  });

  test("print Table 9, halves rounded away from zero: 63 / 56 is 1.13", () => {
    const table = partnerTable(MATERIAL);
    expect(wrong(table)).toEqual([]);
    expect(counted(table, "same")).toBe(5 * 8);
    const rel = table.groups.find(({ key }) => key === "bc+sr")?.lines[1]?.cells[1];
    expect(rel?.value).toBe(63 / 56);
  });

  test("print Table 1 by subtracting rounded means: Overall is 0.91, not 0.92", () => {
    const table = improvementTable(MATERIAL);
    expect(wrong(table)).toEqual([]);
    expect(counted(table, "same")).toBe(7);
    const [, recomputed, corrected] = table.groups[0]?.lines ?? [];
    expect(recomputed?.cells[7]?.value).toBeCloseTo(0.91, 10);
    expect(corrected?.cells[7]?.value).toBeCloseTo(359 / 392, 10);
    expect(corrected?.cells[7]?.interval).not.toBeNull();
  });

  test("print Figure 4 with the gaps of rounded means: 1.42, not 1.43", () => {
    const table = goalGapFigure(MATERIAL);
    expect(wrong(table)).toEqual([]);
    expect(counted(table, "same")).toBe(5 + 5 + 4);
    const corrected = table.groups[2]?.lines[2]?.cells[3];
    expect(corrected?.value).toBeCloseTo(160 / 28 - 240 / 56, 10);
    expect(corrected?.interval).not.toBeNull();
  });

  test("one rating more shows as a difference with both figures", () => {
    const [first, ...rest] = MATERIAL.episodes;
    const changed = structuredClone(first) as StudyEpisode;
    (changed.annotations[0]?.scores[0] as number[])[6] = 0;
    const table = humanMeansTable({ ...MATERIAL, episodes: [changed, ...rest] });
    expect(wrong(table)).toContainEqual("GPT-4, GOAL: published 5.25, recomputed 5.14.");
  });
});
