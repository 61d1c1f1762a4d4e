import { describe, expect, test } from "vitest";
import { EPISODE, episode, HUGGING_FACE, PARTIAL, REDUCED } from "./support/records.ts";
import { episodeLogRecord, expectedTurns, inventedEpisode, renderFlatMessages } from "./support/rendering.ts";
import { repairCodes } from "./support/shared-data.ts";

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
