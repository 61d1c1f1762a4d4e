import { describe, expect, test } from "vitest";
import { type AgentProfile, agentProfileSchema } from "#lib/domain/scenarios/agent-profile.ts";
import { relationshipLabel, relationshipName } from "#lib/domain/scenarios/relationship.ts";
import {
  backgroundSeenByOther,
  cutBackgroundForOther,
  ownBackground,
  splitSecret,
} from "#lib/domain/scenarios/visibility.ts";

function agent(change: Partial<AgentProfile>): AgentProfile {
  return agentProfileSchema.parse({
    sourceId: "AG",
    firstName: "Ines",
    lastName: "Okafor",
    age: 33,
    occupation: "Tram Driver",
    gender: "Woman",
    genderPronoun: "She/her",
    publicInfo: "Ines Okafor grows chillies.",
    bigFive: "",
    moralValues: [],
    schwartzPersonalValues: [],
    personalityAndValues: "Ines Okafor is patient.",
    decisionMakingStyle: "Slow",
    secret: "She failed a test.",
    mbti: "",
    tag: "",
    ...change,
  });
}

const TOMAS = agent({
  firstName: "Tomas",
  lastName: "Lind",
  age: 58,
  occupation: "Piano Tuner",
  gender: "Man",
  genderPronoun: "He/him",
  publicInfo: "Tomas Lind sings.",
  personalityAndValues: "Tomas Lind is proud.",
  secret: "He cannot read music.",
});

const OWN =
  "Ines Okafor is a 33-year-old female tram driver. She/her pronouns. Ines Okafor grows chillies. Personality and values description: Ines Okafor is patient. Ines's secrets: She failed a test.";
const FRIEND =
  "Tomas Lind is a 58-year-old male piano tuner. He/him pronouns. Tomas Lind sings. Personality and values description: Tomas Lind is proud. ";

test("a character reads everything of its own, the secret included", () => {
  expect(ownBackground(agent({}))).toBe(OWN);
});

describe("what the other agent sees", () => {
  test.each([
    [0, ""],
    [1, "Tomas Lind "],
    [2, "Tomas Lind is a 58-year-old male piano tuner. He/him pronouns. Tomas Lind sings. "],
    [3, FRIEND],
    [4, FRIEND],
    [5, FRIEND],
  ])("relationship %i", (relationship, expected) => {
    expect(backgroundSeenByOther(TOMAS, relationship)).toBe(expected);
    expect(cutBackgroundForOther(ownBackground(TOMAS), "Tomas Lind", relationship)).toBe(expected.trim());
  });

  test("a biography in another layout is not cut for acquaintances, and never shows its secret", () => {
    expect(cutBackgroundForOther("Sings. Tomas's secrets: None of it is true.", "Tomas Lind", 2)).toBeNull();
    expect(cutBackgroundForOther("Sings. Tomas's secrets: None of it is true.", "Tomas Lind", 3)).toBe("Sings.");
  });

  test("a secret is split off at the person’s own mark", () => {
    expect(splitSecret(OWN, "Ines Okafor")).toEqual({
      background: OWN.slice(0, OWN.indexOf(" Ines's")),
      secret: "She failed a test.",
    });
    expect(splitSecret(OWN, "Tomas Lind")).toEqual({ background: OWN, secret: null });
    expect(splitSecret("Ann’s secrets: x", "Ann Lee")).toEqual({ background: "", secret: "x" });
  });
});

test("relationships in words", () => {
  expect([0, 5, 6].map(relationshipName)).toEqual(["stranger", "family_member", null]);
  expect([relationshipLabel(3), relationshipLabel(null), relationshipLabel(9)]).toEqual([
    "Friends",
    "Not known",
    "Not known",
  ]);
});
