import { describe, expect, test } from "vitest";
import { profile, refused } from "./support/records.ts";

describe("profiles", () => {
  const agent = {
    agent_id: "AG1",
    first_name: "Ines",
    last_name: "O'Kafor",
    age: 33,
    occupation: "Tram Driver",
    gender: "Woman",
    gender_pronoun: "She/her",
    public_info: "Ines grows chillies. ",
    big_five: "",
    moral_values: ["Care", " Fairness", " "],
    schwartz_personal_values: "Power, Security",
    personality_and_values: "Ines doesn\\'t hurry.",
    decision_making_style: "Slow",
    secret: "nan",
    mbti: "INTP",
  };

  test("an agent profile is trimmed and its blanks are named", () => {
    const row = profile(agent);
    expect(row).toMatchObject({
      kind: "agent-profile",
      sourceId: "AG1",
      value: {
        lastName: "O'Kafor",
        publicInfo: "Ines grows chillies.",
        moralValues: ["Care", "Fairness"],
        schwartzPersonalValues: ["Power", "Security"],
        personalityAndValues: "Ines doesn't hurry.",
        secret: "",
      },
    });
    expect(new Set(row.repairs.map((repair) => repair.code))).toEqual(
      new Set(["escaped-apostrophe", "list-spaces", "trimmed-text"]),
    );
    expect(row.raw).toEqual(agent);
  });

  const scenario = {
    pk: "SC1",
    codename: "ladder",
    source: "hand-craft",
    scenario: "Two neighbours meet.\n",
    agent_goals: ["a", "b"],
    relationship: "3",
    age_constraint: "[(18, 70), (18, 70)]",
    occupation_constraint: "nan",
    agent_constraint: "none",
  };

  test("a scenario: digits for the relationship, words for nothing", () => {
    expect(profile(scenario)).toMatchObject({
      kind: "scenario",
      value: {
        scenario: "Two neighbours meet.",
        relationship: 3,
        ageConstraint: null,
        occupationConstraint: null,
        agentConstraint: null,
      },
    });
    const named = profile({ ...scenario, relationship: "romantic_relationship", agent_constraint: [["x"]] });
    expect(named).toMatchObject({ value: { relationship: 4, agentConstraint: '[["x"]]' } });
    // Digits and names as text, and “nan” for nothing, are ways of writing that whole files share: no repairs.
    for (const relationship of [5, "5", "family_member"])
      expect(profile({ ...scenario, scenario: "Two neighbours meet.", relationship, source: "nan" })).toMatchObject({
        value: { relationship: 5, source: "" },
        repairs: [],
      });
  });

  test.each([
    ["three goals", { ...scenario, agent_goals: ["a", "b", "c"] }, /3 goals/],
    ["a relationship beyond 5", { ...scenario, relationship: "9" }, /“relationship” cannot be used/],
    ["an unknown relationship", { ...scenario, relationship: "rivals" }, /“relationship” cannot be used/],
    ["no scenario text", { ...scenario, scenario: " " }, /“scenario” cannot be used/],
    ["no first name", { ...agent, first_name: "" }, /“firstName” cannot be used/],
    ["one agent in a combination", { combo_id: "C1", env_id: "SC1", agent_ids: ["AG1"] }, /agentSourceIds/],
  ])("%s: refused with the field", (_what, record, reason) => {
    expect(refused(record).reason).toMatch(reason);
  });

  test("relationships and combinations in both spellings", () => {
    const pair = { agent1_id: "AG1", agent2_id: "AG2", relationship: "4", background_story: "nan" };
    expect(profile({ relationship_id: "R1", ...pair })).toMatchObject({
      kind: "relationship",
      sourceId: "R1",
      value: { agentSourceIds: ["AG1", "AG2"], relationship: 4, backgroundStory: null },
    });
    const dumped = { pk: "R1", agent_1_id: "AG1", agent_2_id: "AG2", relationship: 4, background_story: "They met." };
    expect(profile(dumped)).toMatchObject({ value: { agentSourceIds: ["AG1", "AG2"], backgroundStory: "They met." } });
    for (const id of ["combo_id", "pk"])
      expect(profile({ [id]: "C1", env_id: "SC1", agent_ids: ["AG1", "AG2"] })).toMatchObject({
        kind: "scenario-combo",
        sourceId: "C1",
        value: { scenarioSourceId: "SC1", agentSourceIds: ["AG1", "AG2"] },
      });
  });
});
