import { describe, expect, it } from "vitest";
import { annotationIssues, answeredShare, draftIssues } from "#lib/domain/annotations/completeness.ts";
import {
  draftChangesSchema,
  type RatingDraft,
  ratingDraftSchema,
  signalsSchema,
} from "#lib/domain/annotations/rating-draft.ts";

const dimensions = [
  { id: "secret", name: "Secret", min: -10, max: 0 },
  { id: "goal", name: "Goal", min: 0, max: 10 },
];
const frame = { dimensions, agentNames: ["Ada", "Ben"] as [string, string], turnCount: 4 };

const rating = (agent: 1 | 2, dimension: string, change: Partial<RatingDraft> = {}): RatingDraft => ({
  agent,
  dimension,
  score: 0,
  rationale: `Reason ${agent} for ${dimension}`,
  evidence: [1],
  ...change,
});
const complete = [rating(1, "secret"), rating(2, "secret"), rating(1, "goal"), rating(2, "goal")];

/** The complete ratings with one of them changed. */
function except(index: number, change: Partial<RatingDraft>): RatingDraft[] {
  return complete.map((each, at) => (at === index ? { ...each, ...change } : each));
}

describe("annotationIssues", () => {
  it("finds nothing missing where nothing is, in any order and without evidence", () => {
    expect(annotationIssues(complete, frame)).toEqual([]);
    expect(
      annotationIssues(
        [...complete].reverse().map((each) => ({ ...each, evidence: [] })),
        frame,
      ),
    ).toEqual([]);
  });

  it("asks for every score and rationale of an empty draft, in the order of the form", () => {
    expect(annotationIssues([], frame).map((issue) => issue.path)).toEqual([
      "secret.1.score",
      "secret.1.rationale",
      "secret.2.score",
      "secret.2.rationale",
      "goal.1.score",
      "goal.1.rationale",
      "goal.2.score",
      "goal.2.rationale",
    ]);
  });

  it("takes zero for an answer and nothing for none", () => {
    expect(annotationIssues(except(2, { score: 0 }), frame)).toEqual([]);
    expect(annotationIssues(except(2, { score: null }), frame)).toEqual([
      { path: "goal.1.score", message: "Choose a score for Ada on Goal." },
    ]);
  });

  it("says what is wrong in words that name the agent and the scale", () => {
    const [range] = annotationIssues(except(1, { score: 1 }), frame);
    expect(range).toEqual({ path: "secret.2.score", message: "Secret is a whole number from −10 to 0." });
    const [repeat] = annotationIssues(except(3, { rationale: complete[0]!.rationale }), frame);
    expect(repeat?.path).toBe("goal.2.rationale");
    expect(repeat?.message).toContain("repeats the one for Ada on Secret");
    const [turn] = annotationIssues(except(0, { evidence: [2, 5] }), frame);
    expect(turn).toEqual({
      path: "secret.1.evidence",
      message: "Secret cites turn 5, which this conversation does not have.",
    });
  });
});

describe("draftIssues", () => {
  it("refuses only what can never become right", () => {
    expect(draftIssues([rating(1, "goal", { score: null, rationale: "" })], dimensions)).toEqual([]);
    expect(
      draftIssues([rating(1, "goal", { score: 11 }), rating(2, "charm")], dimensions).map((issue) => issue.path),
    ).toEqual(["goal.1.score", "charm.2"]);
  });
});

describe("answeredShare", () => {
  it("counts ratings with score and rationale", () => {
    expect(answeredShare([], 2)).toBe(0);
    expect(answeredShare(except(0, { rationale: " " }), 2)).toBe(0.75);
    expect(answeredShare(complete, 2)).toBe(1);
  });
});

describe("what a save may carry", () => {
  it("is put in order: turns ascending and once, texts that can be stored", () => {
    const parsed = ratingDraftSchema.parse({
      agent: 2,
      dimension: "goal",
      score: null,
      rationale: "a\u0000b\uD800",
      evidence: [3, 1, 3],
    });
    expect(parsed).toEqual({ agent: 2, dimension: "goal", score: null, rationale: "a\uFFFDb\uFFFD", evidence: [1, 3] });
  });

  it.each([
    [{ agent: 3, dimension: "goal", score: 1 }],
    [{ agent: 1, dimension: "goal", score: 1.5 }],
    [{ agent: 1, dimension: "goal", score: "4" }],
    [{ agent: 1, dimension: "goal", score: 4, evidence: [0] }],
    [{ agent: 1, dimension: "goal", score: 4, rationale: "x".repeat(4001) }],
  ])("refuses %j", (change) => {
    expect(ratingDraftSchema.safeParse(change).success).toBe(false);
  });

  it("has each rating once, and few small signals", () => {
    expect(draftChangesSchema.safeParse([rating(1, "goal"), rating(1, "goal")]).success).toBe(false);
    expect(signalsSchema.safeParse({ pasteShare: 0.5, scrolled: true }).success).toBe(true);
    expect(signalsSchema.safeParse({ nested: { a: 1 } }).success).toBe(false);
    expect(signalsSchema.safeParse(Object.fromEntries(Array.from({ length: 65 }, (_, n) => [n, 1]))).success).toBe(
      false,
    );
  });
});
