import { describe, expect, test } from "vitest";
import { createRepairLog } from "#lib/domain/episodes/import/fields.ts";
import { furtherDimensions, parseJudgment } from "#lib/domain/episodes/import/judgment.ts";
import { parseRationales } from "#lib/domain/episodes/import/rationale-text.ts";
import { renderReasoning, scores } from "./support/rendering.ts";

function judge(rewards: unknown[], reasoning = renderReasoning()) {
  const log = createRepairLog();
  const judgment = parseJudgment(rewards, "judge-1", parseRationales(reasoning), log);
  return { judgment, codes: log.repairs.map((repair) => repair.code) };
}

describe("rewards", () => {
  test.each([
    [
      "pairs",
      [
        [3.1, scores()],
        [1, scores({ goal: 2 })],
      ],
    ],
    ["objects", [scores(), scores({ goal: 2 })]],
  ])("as %s: fourteen ratings with rationales", (_form, rewards) => {
    const { judgment } = judge(rewards);
    expect(judgment?.judgeModel).toBe("judge-1");
    expect(judgment?.ratings).toHaveLength(14);
    expect(judgment?.incomplete).toEqual([]);
    expect(judgment?.ratings[0]).toEqual({
      agent: 1,
      dimension: "believability",
      score: 9,
      rationale: "Agent 1 on believability.\nA second line.",
    });
    expect(judgment?.ratings.at(-1)).toMatchObject({ agent: 2, dimension: "goal", score: 2 });
  });

  test("bare numbers are missing, never a score", () => {
    for (const rewards of [
      [0, 0],
      [0.0, 0.0],
      [3.5, 2],
    ]) {
      const { judgment, codes } = judge(rewards);
      expect(judgment).toBeNull();
      expect(codes).toEqual(["judge-failed"]);
    }
    expect(judge([])).toEqual({ judgment: null, codes: [] });
  });

  test("one agent rated, the other not", () => {
    const { judgment } = judge([scores(), 0]);
    expect(judgment?.ratings).toHaveLength(7);
    expect(judgment?.incomplete).toEqual(["Agent 2 has no scores at all."]);
  });

  test.each([
    ["above the scale", 11, "11 is outside 0 to 10"],
    ["below the scale", -1, "−1 is outside 0 to 10"],
    ["above the scale, between two integers", 10.5, "10.5 is outside 0 to 10"],
    ["that is other text", "7 or 8", '"7 or 8", not a number'],
    ["missing", null, "null, not a number"],
    ["a list", [9], "not a number"],
  ])("a score %s is refused, not clamped or rounded", (_what, score, why) => {
    const { judgment, codes } = judge([scores({ goal: score, overall_score: undefined }), scores()]);
    expect(judgment?.ratings.filter((rating) => rating.dimension === "goal")).toHaveLength(1);
    expect(judgment?.incomplete.join()).toContain(why);
    expect(codes).toContain("score-refused");
  });

  test("between two integers is kept as it is, and said", () => {
    const { judgment, codes } = judge([scores({ goal: 9.7, secret: "-0.5", overall_score: undefined }), scores()]);
    expect(judgment?.ratings).toHaveLength(14);
    expect(judgment?.ratings.find((rating) => rating.dimension === "goal")?.score).toBe(9.7);
    expect(judgment?.ratings.find((rating) => rating.dimension === "secret")?.score).toBe(-0.5);
    expect(judgment?.incomplete).toEqual([]);
    expect(codes).toEqual(expect.arrayContaining(["score-fraction", "score-text"]));
  });

  test("dimensions beside the seven are kept under their names, with their words; what is no number is not", () => {
    const given = [scores({ politeness: 3.5, mood: "good", "a long name": 2 }), scores()];
    const reasoning = "Agent 1 comments:\ngoal: Reached.\npoliteness: Always so.\nAgent 2 comments:\ngoal: Missed.\n";
    expect(furtherDimensions(given)).toEqual(["politeness", "a long name"]);
    const log = createRepairLog();
    const judgment = parseJudgment(given, "judge-1", parseRationales(reasoning, furtherDimensions(given)), log);
    expect(judgment?.ratings).toHaveLength(16);
    expect(judgment?.ratings).toContainEqual({
      agent: 1,
      dimension: "politeness",
      score: 3.5,
      rationale: "Always so.",
    });
    expect(judgment?.ratings.find((rating) => rating.dimension === "goal")?.rationale).toBe("Reached.");
    expect(log.repairs.map(({ message }) => message).join(" ")).toContain("“mood” is kept in the raw record only");
  });

  test("a judge is not believed to have rated on hundreds of dimensions", () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`d${index}`, 1]));
    expect(judge([scores(many), scores()]).judgment?.ratings).toHaveLength(14 + 40);
  });

  test("every range of the seven is its own", () => {
    const { judgment } = judge([
      scores({ secret: 1, social_rules: 1, relationship: 6, overall_score: undefined }),
      scores(),
    ]);
    expect(judgment?.incomplete).toHaveLength(3);
    expect(judgment?.ratings).toHaveLength(11);
  });

  test("whole numbers as text and as −0", () => {
    const { judgment, codes } = judge([scores({ goal: " 8 ", secret: -0, overall_score: undefined }), scores()]);
    expect(judgment?.ratings.find((rating) => rating.dimension === "goal")?.score).toBe(8);
    expect(Object.is(judgment?.ratings.find((rating) => rating.dimension === "secret")?.score, 0)).toBe(true);
    expect(codes).toContain("score-text");
  });

  test("other spellings of keys; custom dimensions; an overall score that does not fit", () => {
    const { social_rules, financial_and_material_benefits, ...rest } = scores();
    const { judgment, codes } = judge([
      {
        ...rest,
        socialrules: social_rules,
        financial: financial_and_material_benefits,
        politeness: 3,
        overall_score: 9,
      },
      scores(),
    ]);
    expect(judgment?.ratings).toHaveLength(15);
    expect(judgment?.ratings.some((rating) => rating.dimension === "social_rules" && rating.agent === 1)).toBe(true);
    expect(codes).toEqual(expect.arrayContaining(["custom-dimension", "overall-differs"]));
    expect(judgment?.incomplete).toEqual([]);
  });
});

describe("rationales", () => {
  test("are cut at their fixed headers; later look-alikes belong to the text", () => {
    const { agents, endReason } = parseRationales(
      "Environment comments: terminated: The conversation is too long; Agent 1 is leaving; \nAgent 1 comments:\nbelievability: Fine.\ngoal: as\nbelievability: stated\nAgent 2 comments: was said\nAgent 2 comments:\nsocialrules: Kept.\n",
    );
    expect(agents[0]).toEqual({ believability: "Fine.", goal: "as\nbelievability: stated" });
    expect(agents[1]).toEqual({ social_rules: "Kept." });
    expect(endReason).toBe("The conversation is too long; Agent 1 is leaving");
  });

  test.each([
    ["Environment comments: terminated: Too long; \n", "Too long"],
    [
      "Environment comments: terminated: Agent 2 is leaving; \nAgent 1 comments:\ngoal: a\nsecret: b\nAgent 2 comments:\ngoal: c\n",
      "Agent 2 is leaving",
    ],
    ["no agents here", ""],
    ["", ""],
  ])("%j ends because: %s", (reasoning, endReason) => {
    expect(parseRationales(reasoning).endReason).toBe(endReason);
  });

  test("ratings without words are counted", () => {
    const { judgment, codes } = judge([scores(), scores()], "nothing of use");
    expect(judgment?.ratings.every((rating) => rating.rationale === "")).toBe(true);
    expect(codes).toContain("rationale-missing");
  });
});
