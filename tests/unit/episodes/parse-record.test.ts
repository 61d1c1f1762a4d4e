import { describe, expect, test } from "vitest";
import { parseRecord } from "#lib/domain/episodes/import/parse-record.ts";
import type {
  ParsedEpisode,
  ParsedProfile,
  ProfileLookup,
  RefusedRow,
} from "#lib/domain/episodes/import/parsed-row.ts";
import { type AgentProfile, agentDisplayName } from "#lib/domain/scenarios/agent-profile.ts";
import type { Scenario } from "#lib/domain/scenarios/scenario.ts";
import {
  episodeLogRecord,
  expectedTurns,
  inventedEpisode,
  renderContextLines,
  renderFlatMessages,
  renderInteractions,
  renderMessages,
  renderPrompt,
  renderReasoning,
  scores,
} from "./support/rendering.ts";
import { repairCodes, sha256 } from "./support/shared-data.ts";

const EPISODE = inventedEpisode();
const SCENARIO: Scenario = {
  sourceId: "SC1",
  codename: "ladder",
  source: "hand-craft",
  scenario: `${EPISODE.scenario} <p viewer="environment">It is raining.</p>`,
  agentGoals: ["a", "b"],
  relationship: 2,
  ageConstraint: null,
  occupationConstraint: null,
  agentConstraint: null,
  tag: "",
};
const AGENT = { firstName: "Ines", lastName: "Okafor" } as AgentProfile;

function lookup(scenario: Scenario | undefined = SCENARIO, agents: Record<string, string> = {}): ProfileLookup {
  return {
    scenario: (id) => (id === "SC1" ? scenario : undefined),
    agentProfile: (id) => {
      const [firstName, lastName] = agents[id]?.split(" ") ?? [];
      return firstName ? { ...AGENT, firstName, lastName: lastName ?? "" } : undefined;
    },
  };
}

function episode(record: unknown, profiles?: ProfileLookup): ParsedEpisode {
  const row = parseRecord(record, { hash: sha256, profiles });
  if (row.outcome === "refused") throw new Error(row.reason);
  if (row.kind !== "episode") throw new Error(`This is a ${row.kind}.`);
  return row;
}

function profile(record: unknown): ParsedProfile {
  const row = parseRecord(record, { hash: sha256 });
  if (row.outcome === "refused" || row.kind === "episode") throw new Error("No profile.");
  return row;
}

function refused(record: unknown): RefusedRow {
  const row = parseRecord(record, { hash: sha256 });
  if (row.outcome !== "refused") throw new Error("The record was taken.");
  return row;
}

const HUGGING_FACE = {
  episode_id: "EP1",
  environment_id: "SC1",
  agent_ids: ["AG1", "AG2"],
  experiment_tag: "round/1.0__clean",
  experiment_model_name_pairs: ["judge-1", "policy-a", "policy-b"],
  raw_messages: renderMessages(EPISODE),
  raw_rewards: [
    [3, scores()],
    [3, scores({ goal: 2 })],
  ],
  raw_rewards_prompt: "",
  scenario: SCENARIO.scenario,
  codename: "ladder",
  agents_background: {},
  social_goals: {},
  social_interactions: "",
  reasoning: renderReasoning(),
  rewards: [scores(), scores({ goal: 2 })],
};
const REDUCED = {
  episode_id: "EP1",
  scenario: SCENARIO.scenario,
  codename: "ladder",
  agents_background: Object.fromEntries(
    EPISODE.names.map((name, seat) => [
      name,
      `${EPISODE.backgrounds[seat]} ${name.split(" ")[0]}'s secrets: ${EPISODE.secrets[seat]}`,
    ]),
  ),
  social_goals: {
    [EPISODE.names[0]]: EPISODE.goals[0],
    [EPISODE.names[1]]: `${EPISODE.goals[1]} (<extra_info>It is new</extra_info>)`,
  },
  social_interactions: renderInteractions(EPISODE),
  reasoning: renderReasoning(),
  rewards: [scores(), scores({ goal: 2 })],
};
const PARTIAL = {
  pk: "EP1",
  environment: "SC1",
  tag: "t",
  models: ["judge-1", "a", "b"],
  rewards_prompt: renderPrompt(EPISODE),
};

describe("one episode in five spellings", () => {
  const spellings = {
    "episode-log": episodeLogRecord(),
    "episode-log-flat": episodeLogRecord({ messages: renderFlatMessages(EPISODE) }),
    "hugging-face": HUGGING_FACE,
    "hugging-face-reduced": REDUCED,
    "study-partial": PARTIAL,
  };

  test.each(Object.entries(spellings))("%s: shape, agents, secrets, goals and turns", (shape, record) => {
    const found = episode(record);
    expect(found.shape).toBe(shape);
    expect(found.sourceId).toBe("EP1");
    expect(found.document.turns).toEqual(expectedTurns(EPISODE));
    expect(found.document.scenario).toContain(EPISODE.scenario);
    found.document.agents.forEach((agent, seat) => {
      expect(agent.name).toBe(EPISODE.names[seat]);
      expect(agent.background).toBe(EPISODE.backgrounds[seat]);
      expect(agent.secret).toBe(EPISODE.secrets[seat]);
      expect(agent.goal.startsWith(EPISODE.goals[seat] as string)).toBe(true);
      expect(agent.goal).not.toContain("<");
    });
    expect(found.raw).toEqual(record);
  });

  test("all have one dialogue hash and five content hashes", () => {
    const rows = Object.values(spellings).map((record) => episode(record));
    expect(new Set(rows.map((row) => row.dialogueHash)).size).toBe(1);
    expect(new Set(rows.map((row) => row.contentHash)).size).toBe(5);
  });

  test("models, tag, ids and the reason for the end", () => {
    for (const record of [episodeLogRecord(), HUGGING_FACE])
      expect(episode(record)).toMatchObject({
        environmentModel: "judge-1",
        agentModels: ["policy-a", "policy-b"],
        tag: "round/1.0__clean",
        environmentSourceId: "SC1",
        agentSourceIds: ["AG1", "AG2"],
        endReason: "Agent 2 is leaving",
      });
  });
});

describe("content hash", () => {
  test("does not depend on the order of keys, and does on every value", () => {
    const record = episodeLogRecord();
    const reordered = Object.fromEntries(Object.entries(record).reverse());
    expect(episode(reordered).contentHash).toBe(episode(record).contentHash);
    expect(episode({ ...record, tag: "other" }).contentHash).not.toBe(episode(record).contentHash);
    expect(episode({ ...record, extra: null }).contentHash).not.toBe(episode(record).contentHash);
  });

  test("text that no database can store is replaced, and said so", () => {
    const turns = [{ agent: 1 as const, type: "speak" as const, text: "a\u0000b\ud800c 😀" }];
    const found = episode(episodeLogRecord({ rewards_prompt: "" }, inventedEpisode({ turns })));
    expect(found.document.turns[0]?.text).toBe("a\uFFFDb\uFFFDc 😀");
    expect(JSON.stringify(found.raw)).not.toMatch(/\\u0000|\\ud800/);
    expect(repairCodes(found)).toContain("control-characters");
  });
});

describe("what each agent could see", () => {
  test("comes from the other’s own context, stranger’s “Unknown” included", () => {
    const messages = renderMessages(EPISODE);
    const second = messages[0]?.[1] as [string, string, string];
    second[2] = second[2].replace(/(Ines Okafor's background:)[^\n]*/, "$1 Unknown");
    const [first, other] = episode(episodeLogRecord({ messages })).document.agents;
    expect(first.seenByOther).toBe("");
    expect(other.seenByOther).toBe(EPISODE.backgrounds[1]);
    expect(other.seenByOther).not.toContain("secrets");
  });

  test("a secret that was shown is not hidden from the researcher", () => {
    const leaky = `${EPISODE.backgrounds[0]} Ines's secrets: ${EPISODE.secrets[0]}`;
    const messages = renderMessages(EPISODE);
    const second = messages[0]?.[1] as [string, string, string];
    second[2] = second[2].replace(/Ines Okafor's background:[^\n]*/, `Ines Okafor's background: ${leaky}`);
    expect(episode(episodeLogRecord({ messages })).document.agents[0].seenByOther).toBe(leaky);
  });

  test.each([
    [0, ""],
    [1, "Ines Okafor"],
    [2, EPISODE.backgrounds[0].split(" Personality")[0]],
    [3, EPISODE.backgrounds[0]],
    [5, EPISODE.backgrounds[0]],
  ])("relationship %i, where the text does not tell", (relationship, expected) => {
    const found = episode(PARTIAL, lookup({ ...SCENARIO, relationship }));
    expect(found.relationship).toBe(relationship);
    expect(found.document.agents[0].seenByOther).toBe(expected);
  });

  test("stays open without a relationship, and for biographies in the old wording", () => {
    expect(episode(PARTIAL).document.agents[0].seenByOther).toBeNull();
    const backgrounds: [string, string] = ["Ines Okafor is a 33-year-old Woman Tram Driver. She/her pronouns.", "B."];
    const old = episode({ ...PARTIAL, rewards_prompt: renderPrompt(inventedEpisode({ backgrounds })) }, lookup());
    expect(old.document.agents[0].seenByOther).toBeNull();
    expect(repairCodes(old)).toContain("background-before-fix");
  });

  test("`context2` tells what agent 2 was shown", () => {
    const shown = inventedEpisode({ backgrounds: ["A tram driver.", EPISODE.backgrounds[1]] });
    const found = episode({ ...PARTIAL, context2: `\n${renderContextLines(shown, 1)}\nConversation Starts:\n` });
    expect(found.document.agents[0].seenByOther).toBe("A tram driver.");
  });
});

describe("the scenario’s profile", () => {
  test("gives the raters’ view, the relationship and the codename", () => {
    const found = episode(episodeLogRecord(), lookup());
    expect(found.document.scenario).toBe(`${EPISODE.scenario} It is raining.`);
    expect([found.relationship, found.codename]).toEqual([2, "ladder"]);
  });

  test("is not taken when the text describes something else", () => {
    const other = { ...SCENARIO, scenario: "Two strangers wait for a night bus." };
    const found = episode(episodeLogRecord(), lookup(other));
    expect(found.document.scenario).toBe(EPISODE.scenario);
    expect([found.relationship, found.codename]).toEqual([null, null]);
    expect(repairCodes(found)).toContain("scenario-differs");
  });

  test.each([
    ["matches", SCENARIO, null],
    ["foreign", { ...SCENARIO, scenario: "Two strangers wait for a night bus." }, "other-scenario"],
    ["unverified", undefined, "no-profile"],
  ] as const)("a study record’s text: %s", (mark, scenario, reason) => {
    const profiles: ProfileLookup = { scenario: () => scenario, agentProfile: () => undefined };
    const found = episode(PARTIAL, profiles);
    expect(found.rewardsPromptMark).toBe(mark);
    expect(found.rewardsPromptReason?.code ?? null).toBe(reason);
    expect(found.document.turns).toHaveLength(6);
  });

  test("spelling alone makes no other scenario", () => {
    const spelled = { ...SCENARIO, scenario: "Two neighbours  meet at the “letter boxes” of their house" };
    expect(episode(PARTIAL, lookup(spelled)).rewardsPromptMark).toBe("matches");
  });
});

describe("whose evaluator’s prompt it is", () => {
  const mark = (prompt: unknown) => {
    const found = episode(episodeLogRecord({ rewards_prompt: prompt }));
    return found.rewardsPromptReason?.code ?? found.rewardsPromptMark;
  };
  const stranger = inventedEpisode({ scenario: "Two strangers wait for a night bus." });
  const talk = [{ agent: 1 as const, type: "speak" as const, text: "Something else altogether." }];

  test.each([
    ["matches", renderPrompt(EPISODE)],
    ["matches", `${renderPrompt(EPISODE, "colon")}\nBased on previous interactions, rate.`],
    ["absent", ""],
    ["absent", null],
    ["other-agents", renderPrompt(inventedEpisode({ names: ["Ann Lee", "Bo Ek"] }))],
    ["other-scenario", renderPrompt(stranger)],
    ["other-dialogue", renderPrompt(inventedEpisode({ turns: talk }))],
    [
      "turn-prompt",
      `Prompt after formatting:\nImagine you are Ines Okafor, your task\n${renderContextLines(EPISODE, 0)}`,
    ],
    [
      "repair-prompt",
      "Prompt after formatting:\n\n    Given the string that can not be parsed by json parser, reformat",
    ],
    ["unreadable", "something that is no prompt"],
  ])("%s", (expected, prompt) => {
    expect(mark(prompt)).toBe(expected);
  });
});

describe("agents’ ids", () => {
  const names = { AG1: EPISODE.names[0], AG2: EPISODE.names[1] };

  test("are kept when the profiles bear the text’s names or are unknown", () => {
    expect(episode(episodeLogRecord(), lookup(SCENARIO, names)).agentSourceIds).toEqual(["AG1", "AG2"]);
    const found = episode(episodeLogRecord());
    expect(found.document.agents.map((agent) => agent.profileSourceId)).toEqual(["AG1", "AG2"]);
  });

  test("are exchanged when they stand the other way round", () => {
    const found = episode(episodeLogRecord({ agents: ["AG2", "AG1"] }), lookup(SCENARIO, names));
    expect(found.agentSourceIds).toEqual(["AG1", "AG2"]);
    expect(repairCodes(found)).toContain("agents-differ");
  });

  test("are dropped when they name other people", () => {
    const found = episode(episodeLogRecord(), lookup(SCENARIO, { AG1: "Ann Lee", AG2: "Bo Ek" }));
    expect(found.agentSourceIds).toEqual([null, null]);
    expect(found.repairs.find((repair) => repair.code === "agents-differ")?.message).toContain("Ann Lee and Bo Ek");
    expect(agentDisplayName(AGENT)).toBe(EPISODE.names[0]);
  });
});

describe("unusual messages", () => {
  const withTurns = (...turns: unknown[]) => {
    const messages = [(renderMessages(EPISODE)[0] as unknown[]).slice(0, 2), ...turns];
    return episode(episodeLogRecord({ messages, rewards_prompt: "" }));
  };

  test("both agents acting in one turn give two turns", () => {
    const found = withTurns([
      [EPISODE.names[0], "Environment", 'said: "Now"'],
      [EPISODE.names[1], "Environment", 'said: "Later"'],
    ]);
    expect(found.document.turns.map((turn) => [turn.agent, turn.text])).toEqual([
      [1, "Now"],
      [2, "Later"],
    ]);
  });

  test("private, unfinished and unknown forms", () => {
    const found = withTurns(
      [[EPISODE.names[0], "Environment", " [private to ['Tomas Lind']]  said: \"psst\""]],
      [[EPISODE.names[1], "Environment", 'said: "an unfinished']],
      [[EPISODE.names[0], "Environment", "waves without a word"]],
    );
    expect(found.document.turns.map((turn) => [turn.type, turn.text])).toEqual([
      ["speak", "psst"],
      ["speak", "an unfinished"],
      ["action", "waves without a word"],
    ]);
    expect(repairCodes(found)).toEqual(expect.arrayContaining(["private-message", "message-form"]));
  });

  test("tags, entities and markup in speech are not touched", () => {
    const text = `I <3 you & "me" <p viewer='agent_0'>only you</p> &amp; <script>alert(1)</script>`;
    const found = withTurns([[EPISODE.names[0], "Environment", `said: "${text}"`]]);
    expect(found.document.turns[0]?.text).toBe(text);
  });

  test("“I did nothing wrong” is speech, not silence", () => {
    const found = withTurns([[EPISODE.names[0], "Environment", 'said: "I did nothing wrong"']]);
    expect(found.document.turns[0]).toMatchObject({ type: "speak", text: "I did nothing wrong" });
  });

  test("two agents of one name are told apart by their places", () => {
    const same = inventedEpisode({ names: ["Kim Park", "Kim Park"], backgrounds: ["First.", "Second."] });
    const found = episode(episodeLogRecord({ rewards_prompt: "" }, same));
    expect(found.document.turns.map((turn) => turn.agent)).toEqual([1, 2, 1, 2, 1, 2]);
    expect(found.document.agents.map((agent) => agent.goal)).toEqual(same.goals);
  });
});

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

describe("refusals", () => {
  test.each([
    ["a game log", { pk: "G", model_mapping: {}, rewards: [0, 0, 0, 0, 0, 0], turns: [] }],
    ["an annotation", { pk: "A", episode: "EP1", annotator_id: "x", rewards: [] }],
    ["human ratings", { pk: "EP1", believability_1: "9", prolific_id: "x" }],
    ["dialogue annotations", { context: "Hi", system: "Human", annotations: { Fluent: [1] } }],
    ["scored responses", { source: "a", system_id: "x", system_output: "b", context: "c", scores: {} }],
    ["rated utterances", { episode_id: "E", scenario: "s", rewarded_utterances: {} }],
    ["training text", { instruction: "a", input: "b", output: "c" }],
    ["training text", { messages: [{ role: "user", content: "hi" }], prompt: "x" }],
    ["judge scores", { episode_id: "E", evaluator_model: "m", agent_1_evaluation: {} }],
    ["a list of scenarios", { pk: "L", name: "hard", environments: ["SC1"] }],
    ["a result table", { model_name: "m", "SOC [-10, 0]": "-0.1" }],
    ["an empty object", {}],
    ["an unknown object", { foo: 1, bar: 2 }],
    ["a list of numbers", [1, 2, 3]],
    ["a list of texts", ["01H", "01J"]],
    ["a list of nothing", []],
    ["a number", 7],
    ["a text", "hello"],
    ["a truth value", true],
    ["nothing", null],
    ["an episode of 3 agents", episodeLogRecord({ agents: ["A", "B", "C"] })],
    ["an episode (episode-log)", episodeLogRecord({ rewards: [0] })],
    ["an episode (episode-log)", episodeLogRecord({ messages: [[["Environment", "Ann", "x"]]] })],
    ["an episode (episode-log)", episodeLogRecord({ messages: [["not", "triples"]] })],
    ["an episode (episode-log)", episodeLogRecord({ messages: [renderMessages(EPISODE)[0]?.slice(0, 2)] })],
    ["an episode (episode-log-flat)", episodeLogRecord({ messages: ["Turn #0: hello"] })],
    ["an episode (study-partial)", { ...PARTIAL, rewards_prompt: "no dialogue here" }],
    ["an episode (hugging-face-reduced)", { ...REDUCED, agents_background: { One: "a" } }],
  ])("%s", (found, record) => {
    const row = refused(record);
    expect(row.found).toBe(found);
    expect(row.reason).toMatch(/^(This|These|The|Its|It) .+\. Accepted are two-agent episodes/s);
  });

  test("a record nested without end does not overflow the stack", () => {
    let nested: unknown = "x";
    for (let depth = 0; depth < 50_000; depth += 1) nested = [nested];
    expect(refused(episodeLogRecord({ extra: nested })).found).toBe("a deeply nested object");
  });

  test("a record without an id gets one from its content; one with an endless id is refused", () => {
    const found = episode(episodeLogRecord({ pk: "" }));
    expect(found.sourceId).toMatch(/^content-[0-9a-f]{24}$/);
    expect(repairCodes(found)).toContain("no-id");
    expect(refused(episodeLogRecord({ pk: "x".repeat(201) })).reason).toContain("201 characters");
  });

  test("keys that JavaScript treats specially do no harm", () => {
    const record = JSON.parse(`{"__proto__": {"pk": "evil"}, "constructor": 1, "foo": 2}`);
    expect(refused(record).found).toBe("an unknown object");
    const named = JSON.parse(JSON.stringify(REDUCED).replaceAll("Ines Okafor", "__proto__ Okafor"));
    expect(episode(named).document.agents[0].name).toBe("__proto__ Okafor");
  });
});
