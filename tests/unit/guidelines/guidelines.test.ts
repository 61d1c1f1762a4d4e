import { describe, expect, it } from "vitest";
import { checkForStudy } from "#lib/domain/annotations/guidelines/check-for-study.ts";
import {
  CURRENT_GUIDELINES_VERSION,
  checkForDimensions,
  getGuidelines,
} from "#lib/domain/annotations/guidelines/get-guidelines.ts";
import { GUIDELINES_V1 } from "#lib/domain/annotations/guidelines/guidelines-v1.ts";
import { GUIDELINES_V2 } from "#lib/domain/annotations/guidelines/guidelines-v2.ts";
import { overviewForStudy } from "#lib/domain/annotations/guidelines/overview-for-study.ts";
import { guidelinesSchema } from "#lib/domain/annotations/guidelines/types.ts";
import { isInScale } from "#lib/domain/dimensions/scale.ts";
import {
  SOTOPIA_DIMENSION_IDS,
  SOTOPIA_DIMENSIONS,
  sotopiaDimension,
} from "#lib/domain/dimensions/sotopia-dimensions.ts";
import { isAppError } from "#lib/domain/shared/errors.ts";

/** All texts inside a value, for rules that hold for every printed word. */
function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (value === null || typeof value !== "object") return [];
  return Object.values(value).flatMap(strings);
}

describe("guidelines", () => {
  it.each([GUIDELINES_V1, GUIDELINES_V2])("of version $version parse with their schema", (guidelines) => {
    expect(guidelinesSchema.parse(guidelines)).toEqual(guidelines);
  });

  it("has two good and two poor rationales for each of the seven", () => {
    for (const id of SOTOPIA_DIMENSION_IDS) {
      const page = GUIDELINES_V1.dimensions[id];
      expect(page.dimensionId).toBe(id);
      expect(page.rationales.good, id).toHaveLength(2);
      expect(page.rationales.poor, id).toHaveLength(2);
    }
  });

  it.each(SOTOPIA_DIMENSIONS)(
    "prints the bands of $id exactly as the scale has them, each with a meaning",
    (dimension) => {
      const page = GUIDELINES_V1.dimensions[dimension.id as (typeof SOTOPIA_DIMENSION_IDS)[number]];
      expect(page.bands.map(({ from, to, name }) => ({ from, to, name }))).toEqual(dimension.bands);
      for (const band of page.bands) expect(band.meaning).toMatch(/^[A-Z].{20,}\.$/);
    },
  );

  it.each(SOTOPIA_DIMENSIONS)("keeps every example score of $id on the scale", (dimension) => {
    const page = GUIDELINES_V1.dimensions[dimension.id as (typeof SOTOPIA_DIMENSION_IDS)[number]];
    for (const example of [...page.rationales.good, ...page.rationales.poor]) {
      expect(isInScale(example.score, dimension), example.rationale).toBe(true);
    }
  });

  it("uses no exclamation mark, no straight quote, no hyphen as minus and no “please”", () => {
    for (const text of strings([GUIDELINES_V1, GUIDELINES_V2])) {
      expect(text).not.toMatch(/!|\bplease\b|"|[A-Za-z]'[a-z]|(^|\s)-\d/i);
    }
  });

  it("keeps the way to reach the researcher in the consent text", () => {
    expect(GUIDELINES_V1.consentText.body.split("{contact}")).toHaveLength(2);
  });
});

describe("guidelines for a study with few dimensions", () => {
  const of = (...ids: string[]) => SOTOPIA_DIMENSIONS.filter(({ id }) => ids.includes(id));
  const zero = (ids: readonly string[]) => overviewForStudy(GUIDELINES_V2, of(...ids))[4];

  it("speaks in the overview of no scale that the study does not have", () => {
    expect(zero(["goal"])).toBe("Use the whole scale. The ends are for rare, clear cases.");
    expect(zero(["goal", "social_rules"])).toMatch(/cases\. On “Social rules”, zero is the best score there is\.$/);
    expect(zero(SOTOPIA_DIMENSION_IDS)).toContain("On “Relationship” and “Financial and material benefits”, zero is");
    expect(zero(SOTOPIA_DIMENSION_IDS)).toContain("On “Secret” and “Social rules”, zero is the best");
  });

  it("says nothing of the written zero where a study has changed the scale", () => {
    const [secret] = of("secret");
    const changed = { ...secret!, max: 2, bands: [{ from: -10, to: 2, name: "kept" }] };
    expect(overviewForStudy(GUIDELINES_V2, [changed]).join(" ")).not.toMatch(/zero|\{/i);
  });

  it("asks about no score of a dimension that the study does not have", () => {
    const asked = checkForStudy(GUIDELINES_V2, of("goal"));
    expect(asked.map(({ id }) => id)).toEqual(["each-agent", "useful-rationale"]);
    expect(strings(asked).join(" ")).not.toMatch(/knowledge|secret|social rules|believability|relationship/i);
  });
});

describe("the worked example", () => {
  const { episode, ratings } = GUIDELINES_V1.workedExample;

  it("rates both agents on all seven, on the scale, with evidence that exists", () => {
    const keys = ratings.map((rating) => `${rating.dimensionId} ${rating.agent}`);
    expect(new Set(keys).size).toBe(14);
    const numbers = episode.turns.map((turn) => turn.number);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    for (const rating of ratings) {
      expect(isInScale(rating.score, sotopiaDimension(rating.dimensionId)!), rating.rationale).toBe(true);
      for (const turn of rating.evidence) expect(numbers, rating.rationale).toContain(turn);
    }
  });

  it("never gives the same reason twice", () => {
    expect(new Set(ratings.map((rating) => rating.rationale)).size).toBe(ratings.length);
  });

  it("names both speakers and lets both speak", () => {
    expect(episode.agents.every((agent) => agent.name.includes(" "))).toBe(true);
    expect(new Set(episode.turns.map((turn) => turn.agent))).toEqual(new Set([1, 2]));
  });
});

describe("the comprehension check", () => {
  const { check } = GUIDELINES_V2;

  it("has six questions with different ids and different options", () => {
    expect(new Set(check.map((question) => question.id)).size).toBe(6);
    for (const question of check) {
      expect(new Set(question.options).size, question.id).toBe(question.options.length);
      expect(question.options[question.correct], question.id).toBeDefined();
    }
  });

  it("cannot be passed by always choosing the same place", () => {
    for (const place of [0, 1, 2, 3]) {
      const hits = check.filter((question) => question.correct === place).length;
      expect(hits, `option ${place + 1}`).toBeLessThan(check.length - 1);
    }
  });

  it("drops questions about dimensions that a study does not have", () => {
    expect(checkForDimensions(GUIDELINES_V1, SOTOPIA_DIMENSION_IDS)).toHaveLength(6);
    const few = checkForDimensions(GUIDELINES_V1, ["goal"]).map((question) => question.id);
    expect(few).toEqual(["each-agent", "useful-rationale"]);
  });

  it("drops questions about a dimension whose scale a study has changed", () => {
    const turned = { min: 0, max: 1, bands: [{ from: 0, to: 1, name: "kept" }] };
    const dimensions = SOTOPIA_DIMENSIONS.map((each) => (each.id === "secret" ? { ...each, ...turned } : each));
    const asked = checkForStudy(GUIDELINES_V1, dimensions).map((question) => question.id);
    expect(asked).not.toContain("secret-kept");
    expect(asked).toHaveLength(5);
    expect(checkForStudy(GUIDELINES_V1, SOTOPIA_DIMENSIONS)).toHaveLength(6);
  });
});

describe("the practice episode", () => {
  const { episode, known } = GUIDELINES_V1.practice;

  it("knows a range on the scale for both agents on all seven", () => {
    expect(new Set(known.map((range) => `${range.dimensionId} ${range.agent}`)).size).toBe(14);
    for (const range of known) {
      const scale = sotopiaDimension(range.dimensionId)!;
      expect(isInScale(range.low, scale) && isInScale(range.high, scale), range.explanation).toBe(true);
    }
  });

  it("names only turns that exist in its explanations", () => {
    for (const range of known) {
      for (const [, number] of range.explanation.matchAll(/turn (\d+)/g)) {
        expect(Number(number), range.explanation).toBeLessThanOrEqual(episode.turns.length);
      }
    }
  });
});

describe("getGuidelines", () => {
  it("finds the current version and refuses an unknown one in words", () => {
    expect(getGuidelines(CURRENT_GUIDELINES_VERSION)).toBe(GUIDELINES_V2);
    try {
      getGuidelines("0");
      expect.unreachable("version 0 does not exist");
    } catch (error) {
      expect(isAppError(error) && error.code).toBe("NOT_FOUND");
    }
  });
});
