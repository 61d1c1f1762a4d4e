import { describe, expect, test } from "vitest";
import type { ProfileLookup } from "#lib/domain/episodes/import/parsed-row.ts";
import { agentDisplayName } from "#lib/domain/scenarios/agent-profile.ts";
import { AGENT, EPISODE, episode, lookup, PARTIAL, SCENARIO } from "./support/records.ts";
import { episodeLogRecord, inventedEpisode, renderContextLines, renderPrompt } from "./support/rendering.ts";
import { repairCodes } from "./support/shared-data.ts";

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
