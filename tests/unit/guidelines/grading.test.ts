import { describe, expect, it } from "vitest";
import { checkForStudy } from "#lib/domain/annotations/guidelines/check-for-study.ts";
import {
  customDimensionGuidelines,
  guidelineForDimension,
} from "#lib/domain/annotations/guidelines/dimension-guideline.ts";
import { gradeCheck } from "#lib/domain/annotations/guidelines/grade-check.ts";
import { GUIDELINES_V1 } from "#lib/domain/annotations/guidelines/guidelines-v1.ts";
import { practiceFeedback } from "#lib/domain/annotations/guidelines/practice-feedback.ts";
import { dimensionGuidelineSchema } from "#lib/domain/annotations/guidelines/types.ts";
import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import { SOTOPIA_DIMENSIONS } from "#lib/domain/dimensions/sotopia-dimensions.ts";

const TACT: Dimension = {
  id: "tact",
  symbol: "TACT",
  name: "Tact",
  question: "How gently did this agent handle what hurts the other?",
  direction: "Higher is gentler.",
  min: -2,
  max: 2,
  hue: "rel",
  bands: [
    { from: -2, to: -1, name: "hurtful" },
    { from: 0, to: 2, name: "gentle" },
  ],
};

describe("gradeCheck", () => {
  const right = Object.fromEntries(GUIDELINES_V1.check.map((question) => [question.id, question.correct]));

  it("passes when every answer is right", () => {
    expect(gradeCheck(right, GUIDELINES_V1.check)).toEqual({ passed: true, wrong: [] });
  });

  it("names wrong and missing answers in printed order", () => {
    const [first, second] = GUIDELINES_V1.check;
    const answers = { ...right, [first!.id]: (first!.correct + 1) % 3, [second!.id]: undefined };
    expect(gradeCheck(answers, GUIDELINES_V1.check)).toEqual({ passed: false, wrong: [first!.id, second!.id] });
  });
});

describe("practiceFeedback", () => {
  it("says within, above or below, and by how much", () => {
    const verdicts = practiceFeedback(
      [
        { dimensionId: "secret", agent: 1, score: -8 },
        { dimensionId: "secret", agent: 2, score: -3 },
        { dimensionId: "goal", agent: 1, score: 6 },
      ],
      GUIDELINES_V1.practice,
    );
    expect(verdicts.map(({ verdict, distance }) => [verdict, distance])).toEqual([
      ["within", 0],
      ["below", 3],
      ["above", 4],
    ]);
    expect(verdicts[1]!.explanation).toContain("lead role");
  });

  it("passes over unanswered scores and custom dimensions", () => {
    const given = [
      { dimensionId: "goal", agent: 1 as const, score: null },
      { dimensionId: "tact", agent: 1 as const, score: 1 },
    ];
    expect(practiceFeedback(given, GUIDELINES_V1.practice)).toEqual([]);
  });
});

describe("pages for dimensions of a study", () => {
  it("shows of a custom dimension only what its data says", () => {
    const page = customDimensionGuidelines(TACT);
    expect(dimensionGuidelineSchema.parse(page)).toEqual(page);
    expect(page.asks).toEqual([
      TACT.question,
      "Choose a whole number from −2 to 2 for each agent. Zero lies between the two sides of the scale.",
    ]);
    expect(page.bands.map((band) => [band.name, band.meaning])).toEqual([
      ["hurtful", ""],
      ["gentle", ""],
    ]);
    expect(page.rationales).toEqual({ good: [], poor: [] });
  });

  it("shows what a custom dimension brings: paragraphs, sentences of bands, examples", () => {
    const example = {
      situation: "She tells him that his soup is cold.",
      score: 1,
      rationale: "She says it in turn 2 with a joke at her own cost.",
      why: "It names the turn and what softens it.",
    };
    const page = customDimensionGuidelines({
      ...TACT,
      description: "How it is said counts.\n\nWhat is said does not.",
      bands: TACT.bands.map((band) => ({ ...band, meaning: `Means ${band.name}.` })),
      examples: { good: [example], poor: [] },
    });
    expect(page.asks.slice(1, 3)).toEqual(["How it is said counts.", "What is said does not."]);
    expect(page.bands.map((band) => band.meaning)).toEqual(["Means hurtful.", "Means gentle."]);
    expect(page.rationales).toEqual({ good: [example], poor: [] });
  });

  it("asks nothing about a dimension of the same name that brings words of its own", () => {
    const secret = SOTOPIA_DIMENSIONS[3]!;
    const asked = (dimension: typeof secret) => checkForStudy(GUIDELINES_V1, [dimension]).flatMap(({ about }) => about);
    expect(asked(secret)).toContain("secret");
    expect(asked({ ...secret, description: "Something else is meant here." })).not.toContain("secret");
  });

  it("gives the written page for SOTOPIA’s scale and the generic one for a changed scale", () => {
    const goal = SOTOPIA_DIMENSIONS[6]!;
    expect(guidelineForDimension(GUIDELINES_V1, goal)).toBe(GUIDELINES_V1.dimensions.goal);
    const changed = { ...goal, max: 5, bands: [{ from: 0, to: 5, name: "some" }] };
    expect(guidelineForDimension(GUIDELINES_V1, changed).rationales.good).toEqual([]);
    expect(guidelineForDimension(GUIDELINES_V1, TACT).dimensionId).toBe("tact");
  });
});
