import { describe, expect, test } from "vitest";
import { EPISODE, episode, PARTIAL, REDUCED, refused } from "./support/records.ts";
import { episodeLogRecord, renderMessages } from "./support/rendering.ts";
import { repairCodes } from "./support/shared-data.ts";

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
