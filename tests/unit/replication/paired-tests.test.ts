import { describe, expect, test } from "vitest";
import type { ConditionId } from "#lib/domain/analysis/replication/conditions.ts";
import type { StudyEpisode } from "#lib/domain/analysis/replication/material.ts";
import { humanMeansTable } from "#lib/domain/analysis/replication/table-means.ts";
import { pairedTestTable } from "#lib/domain/analysis/replication/table-paired-tests.ts";
import { episode, seven, spread, study } from "./synthetic-study.ts";

type Means = (number | null)[];

/** Published means per scenario (sotopia.md, section 8.12); null where GPT-3.5 was not sampled on the scenario. */
const GOAL: Record<ConditionId, Means> = {
  "gpt-4": [9, 1.5, 6.25, 6.25, 1, 2.25, 8.25, 4.5, 7.25, 9, 2, 6, 1.25, 9],
  "gpt-3.5": [2.5, 1.75, 6, 2.5, null, 0, 5, 4.5, 5.5, 4.75, 19 / 6, null, 4.75, 7],
  base: [9.25, 0, 4.25, 0, 0, 0, 7.25, 5, 4.5, 2.5, 0, 5, 0, 2.75],
  sr: [4.5, 1, 4.25, 0.75, 0.5, 0.5, 5, 4.75, 0.25, 0, 7, 8.25, 4.5, 5.25],
  bc: [2, 4.5, 4.5, 0.75, 3.25, 0, 3.75, 5.5, 4.5, 5.25, 7, 6.25, 0, 3.75],
  "bc+sr": [6, 0.75, 7, 4.25, 0.75, 4.75, 5.5, 3.25, 5.75, 2.5, 1.5, 8.25, 5, 4.75],
};
const REL: Partial<Record<ConditionId, Means>> = {
  base: [-2, -1.5, -1.75, -0.25, -0.25, -0.25, -1, 0.5, -0.5, -0.5, -0.25, -0.25, -0.5, -0.5],
  "bc+sr": [2.5, 0.25, 0.5, 1.5, 0.5, 0.75, 1.5, 0.75, 1.25, 1.25, 0.5, 1.5, 2, 3],
};
const BEL: Partial<Record<ConditionId, Means>> = {
  base: [1, 2.75, 6.25, 3, 5.25, 7.75, 6, 7.75, 5, 8, 5.75, 5.75, 6, 3.25],
  "bc+sr": [7.75, 7.75, 7.5, 4.75, 8.25, 3.5, 6.5, 7.25, 6, 7.75, 8.75, 9.5, 7.75, 9.25],
};

/** GPT-3.5's two episodes outside the hard set, whose means over both agents the total demands (4.08 over 28 agents). */
const OUTSIDE = [0, 9.75];

/** Two episodes of a scenario with two raters each, whose four scores of the studied agent have this mean. */
function scenarioPair(condition: ConditionId, number: number): StudyEpisode[] {
  const four = (means: Means | undefined) => spread(4 * (means?.[number] ?? 0), 4);
  const [goal, rel, bel] = [four(GOAL[condition]), four(REL[condition]), four(BEL[condition])];
  return [0, 1].map((half) =>
    episode(`${condition}-${number}-${half}`, condition, {
      scenario: `scenario ${number}`,
      rows: [0, 1].map((rater) => {
        const place = 2 * half + rater;
        return [seven({ goal: goal[place], rel: rel[place], bel: bel[place] }), seven({})];
      }),
    }),
  );
}

/** One episode of GPT-3.5 against itself; both seats are under study, and one episode has three raters. */
function selfPlay(mean: number, scenario: string): StudyEpisode {
  const raters = Number.isInteger(4 * mean) ? 2 : 3;
  const scores = spread(Math.round(2 * raters * mean), 2 * raters);
  return episode(`self-${scenario}`, "gpt-3.5", {
    scenario,
    studied: [1, 2],
    rows: Array.from({ length: raters }, (_, rater) => [
      seven({ goal: scores[2 * rater] }),
      seven({ goal: scores[2 * rater + 1] }),
    ]),
  });
}

function whole(): StudyEpisode[] {
  const pairs = (["gpt-4", "base", "sr", "bc", "bc+sr"] as const).flatMap((condition) =>
    GOAL[condition].flatMap((_, number) => scenarioPair(condition, number)),
  );
  const self = GOAL["gpt-3.5"].flatMap((mean, number) => (mean === null ? [] : [selfPlay(mean, `scenario ${number}`)]));
  return [...pairs, ...self, ...OUTSIDE.map((mean, number) => selfPlay(mean, `outside ${number}`))];
}

const MATERIAL = study(whole());
const TABLE = pairedTestTable(MATERIAL);
const [BEL_PLACE, REL_PLACE, SEC_PLACE, GOAL_PLACE] = [0, 1, 3, 6];

function cells(against: ConditionId, place: number) {
  const lines = TABLE.groups.find(({ key }) => key === against)?.lines ?? [];
  return lines.map((line) => line.cells[place]);
}

describe("Table 6 from the published means of the scenarios", () => {
  test.each(["gpt-4", "gpt-3.5", "base", "bc", "sr"] as const)(
    "goal, BC+SR against %s, is the published test",
    (id) => {
      const [, t, , p] = cells(id, GOAL_PLACE);
      expect([t?.comparison, p?.comparison]).toEqual(["same", "same"]);
    },
  );

  test("relationship and believability against Mistral-7B are the published tests", () => {
    for (const place of [REL_PLACE, BEL_PLACE]) {
      const [, t, , p] = cells("base", place);
      expect([t?.comparison, p?.comparison]).toEqual(["same", "same"]);
    }
  });

  test("t and p to many digits", () => {
    expect(cells("base", GOAL_PLACE)[1]?.value).toBeCloseTo(2.0723763416, 9);
    expect(cells("base", GOAL_PLACE)[3]?.value).toBeCloseTo(0.0586770207, 9);
    expect(cells("base", REL_PLACE)[1]?.value).toBeCloseTo(6.3553095357, 9);
    expect(cells("base", REL_PLACE)[3]?.value).toBeCloseTo(2.514e-5, 8);
    expect(cells("gpt-4", GOAL_PLACE)[1]?.value).toBeCloseTo(-1.3108792285, 9);
    expect(cells("gpt-4", GOAL_PLACE)[3]?.value).toBeCloseTo(0.2125835824, 9);
  });

  test("the dash of the paper is a dash here, with the reason", () => {
    const [published, recomputed] = cells("base", SEC_PLACE);
    expect(published?.value).toBeNull();
    expect(recomputed).toMatchObject({ value: null, reason: "all differences are 0", comparison: "same" });
  });

  test("the corrected difference is in points and has an interval", () => {
    const corrected = cells("base", GOAL_PLACE)[4];
    expect(corrected?.value).toBeCloseTo(1.392857, 6);
    expect(corrected?.interval?.[0]).toBeLessThan(1.392857);
    expect(corrected?.interval?.[1]).toBeGreaterThan(1.392857);
  });

  test("the means over 28 agents follow, GPT-3.5 with both seats of its 14 episodes", () => {
    const goals = humanMeansTable(MATERIAL).groups.map(({ key, lines }) => [
      key,
      lines[1]?.cells[GOAL_PLACE]?.comparison,
    ]);
    // The published mean of BC (3.55) is not the mean of its scenarios (3.64); every other one is.
    expect(goals.filter(([key]) => key !== "bc").every(([, comparison]) => comparison === "same")).toBe(true);
  });
});
