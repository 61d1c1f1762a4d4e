import { describe, expect, test } from "vitest";
import { createRepairLog } from "#lib/domain/episodes/import/fields.ts";
import { parseLegacyPrompt } from "#lib/domain/episodes/import/legacy-transcript.ts";
import type { ParsedEpisode } from "#lib/domain/episodes/import/parsed-row.ts";
import { episodeById, episodesById, hasSharedData, repairCodes, rowsOf, SKIP_NOTE } from "./support/shared-data.ts";

const LLAMA = "sotopia-diplomacy_llama3-70b-annotation.episodelog-flat";
const GPT4_FLAT = "sotopia-diplomacy_gpt4-annotation.episodelog-flat";
const RL = "sotopia-rl_example-episodes.hf";
const REDUCED = "sotopia-rl_archive-example-episodes.hf-reduced";
const RATED = "sotopia-pi_human-study-rated.partial";
const EXTRA = "sotopia-pi_human-study-otreezip-extra.partial";
const UTILS = "sotopia-pi_select-data-utils-notebook.episodelog";

/** The turns in short: seat and type. */
function outline(episode: ParsedEpisode): string {
  return episode.document.turns.map((turn) => `${turn.agent}${turn.type[0]}`).join(" ");
}

function textsOf(episode: ParsedEpisode): string[] {
  return episode.document.turns.map((turn) => turn.text);
}

function withoutTags(text: string): string {
  return text.replace(/<[^>]+>/g, "").trim();
}

function nonSilent(episode: ParsedEpisode) {
  return episode.document.turns.filter((turn) => turn.type !== "none");
}

describe.skipIf(!hasSharedData)(`awkward episodes${SKIP_NOTE}`, () => {
  test("row 1: bare zeros for rewards are no scores", () => {
    const episode = episodeById(LLAMA, "01J39RCNP3T4FA91PDKSQGV1SZ");
    expect(episode.judgment).toBeNull();
    expect(repairCodes(episode)).toContain("judge-failed");
    expect(episode.endReason).toBe("The conversation is too long");
    expect(nonSilent(episode)).toHaveLength(20);
  });

  test("row 2: doubled quotation marks inside a prompt that is not the episode’s", () => {
    const episode = episodeById(RL, "01H8XNBRZN2HWWPQYT4P2HACS0");
    expect(episode.rewardsPromptMark).toBe("foreign");
    expect(episode.rewardsPromptReason?.code).toBe("turn-prompt");
    const prompt = (episode.raw as { raw_rewards_prompt: string }).raw_rewards_prompt;
    expect(prompt).toContain('said: ""');
    const log = createRepairLog();
    const read = parseLegacyPrompt(prompt, log);
    if ("problem" in read) throw new Error(read.problem);
    expect(read.turns.filter((turn) => turn.type === "speak" && turn.text.trim() === "")).toEqual([]);
    expect(read.turns.filter((turn) => /^"|"$/.test(turn.text))).toEqual([]);
    expect(log.repairs.map((repair) => repair.code)).toContain("doubled-quotes");
  });

  test("row 3: a JSON-repair prompt is marked", () => {
    const episode = episodeById(RL, "01H8XWN5V57J20F3JG7WWQKDAC");
    expect(episode.rewardsPromptReason?.code).toBe("repair-prompt");
    expect(episode.judgment?.ratings).toHaveLength(14);
    expect(episode.document.turns.at(-1)).toEqual({ number: 10, agent: 2, type: "none", text: "" });
  });

  test("row 4: the complete dialogue of another episode is marked, and recognised as that episode’s", () => {
    const episode = episodeById(RL, "01HB5GE1A36GVX6XZW68PCS8YG");
    expect(episode.rewardsPromptMark).toBe("foreign");
    expect(episode.rewardsPromptReason?.code).toBe("other-agents");
    const owner = episodeById(EXTRA, "01HB5GDES841SWM1GB6XP8T0XZ");
    const prompt = (episode.raw as { raw_rewards_prompt: string }).raw_rewards_prompt;
    const read = parseLegacyPrompt(prompt, createRepairLog());
    if ("problem" in read) throw new Error(read.problem);
    expect(read.turns).toEqual(owner.document.turns);
    expect(episode.dialogueHash).not.toBe(owner.dialogueHash);
  });

  test("row 5: an agent’s turn prompt is marked; curly apostrophes stay", () => {
    const episode = episodeById(RL, "01HB4VZ5M2WDN9TRC4VAXJQKJ1");
    expect(episode.rewardsPromptReason?.code).toBe("turn-prompt");
    expect(JSON.stringify(episode.raw)).toContain("’");
  });

  test("row 6: one short line is one turn, with both sets of scores", () => {
    const episode = episodeById(REDUCED, "01HB59NVEZ25RQ9N5X2QJ5PN8D");
    expect(episode.document.turns).toHaveLength(1);
    expect(episode.judgment?.ratings).toHaveLength(14);
    expect(episode.document.scenario).toBe(withoutTags((episode.raw as { scenario: string }).scenario));
  });

  test("row 7: an utterance that quotes itself stays one utterance", () => {
    const episode = episodeById(REDUCED, "01H8B79M3SSBZWW7EJD8TNCEA6");
    expect(episode.document.turns).toHaveLength(14);
    const turn = episode.document.turns[12];
    expect(turn).toMatchObject({ agent: 1, type: "speak" });
    expect(turn?.text).toMatch(/^Turn #12: \S+ \S+ said: ".+"$/);
    expect(episode.document.turns[13]).toMatchObject({ agent: 2, type: "leave" });
  });

  test("row 8: models and tag with slashes; the prompt is no evaluation", () => {
    const episode = episodeById("microsoft-srb_test-episodes.hf", "01H9HPQG7RBT7GGQRDWQ0J8GEH");
    expect(episode.agentModels).toEqual(["togethercomputer/mpt-30b-chat", "togethercomputer/mpt-30b-chat"]);
    expect(episode.tag).toContain("/");
    expect(episode.rewardsPromptMark).toBe("foreign");
  });

  test("row 9: the same row twice has one id and one content", () => {
    for (const id of ["01HJ2ZG98245KRPMNJZTTCDEJZ", "01HJ31XNC174V1MK3D6088QFDH"]) {
      const found = episodesById("sotopia-pi_select-data-notebook.episodelog", id);
      expect(found).toHaveLength(2);
      expect(found[0]?.contentHash).toBe(found[1]?.contentHash);
    }
  });

  test("row 10: an action that recites a turn is one action; the turn with nothing in it is a silence", () => {
    const episode = episodeById(UTILS, "01HMRADGQ46FFTXVQ5ZNYCN8ED");
    const { turns } = episode.document;
    expect(turns.map((turn) => turn.number)).toEqual(turns.map((_, index) => index + 1));
    expect(turns[6]).toMatchObject({ agent: 1, type: "action" });
    expect(turns[6]?.text).toMatch(/^Turn #6: \S+ \S+ said: "/);
    expect(turns[8]).toMatchObject({ agent: 1, type: "none", text: "" });
    expect(episode.agentModels[0]).toBe("custom_model");
    expect(episode.relationship).toBeNull();
  });

  test("row 11: a scenario of “Agent1” and “Agent2” with an unknown id is kept as it is", () => {
    const episode = episodeById(UTILS, "01HMS1TBJW8XJ97YESV7Z904W3");
    expect(episode.document.scenario).toMatch(/^Agent1 .+ Agent2/);
    expect(episode.codename).toBeNull();
    // Known by name only: each could see the other's name and no more.
    for (const agent of episode.document.agents) expect(agent.seenByOther).toBe(agent.name);
  });

  test.each([
    [12, "01H8FK34JHJSTT5HQVM5K8T4MQ", "01H8FK2NV5YBZHNMACN44FEJKK"],
    [13, "01HB25BGZ2AJ4WJF7CJX8VTB7J", "01HB25BNHQNMTWZBN15765STNE"],
  ])(
    "row %i: the text of another scenario is marked; one dialogue under two ids has one dialogue hash",
    (_row, id, other) => {
      const episode = episodeById(RATED, id);
      expect(episode.rewardsPromptMark).toBe("foreign");
      expect(episode.rewardsPromptReason?.code).toBe("other-scenario");
      expect(episode.relationship).toBeNull();
      expect(episodeById(EXTRA, other).dialogueHash).toBe(episode.dialogueHash);
    },
  );

  test("row 14: `context2` tells what agent 2 was shown", () => {
    const episode = episodeById(RATED, "01H87HF7X0SZS9Y5PJ2QER6H55");
    expect(episode.document.agents[0].secret).not.toBe("");
    expect(episode.document.agents[0].seenByOther).toMatch(/^\S+ \S+ is a \d+-year-old/);
    expect(episode.document.agents[0].seenByOther).not.toContain("secret");
    const second = episodeById(RATED, "01HB44THFBJFQPXRV92P8ZAMM5");
    expect(second.document.agents[0].seenByOther).toBe("");
  });

  test("row 15: a recited transcript stays inside its utterance", () => {
    const episode = episodeById(RATED, "01HNBCQQRFA7332019G6ABD7Y6");
    expect(outline(episode)).toBe("1s 2s 1s 2s 1n 2s 1l");
    expect(episode.document.turns[3]?.text).toContain("Turn #6: leave");
    expect(repairCodes(episode)).toContain("ambiguous-turn");
  });

  test("row 16: a name with an apostrophe; the record’s own text fits its scenario", () => {
    for (const id of [
      "01H7ZBQKAV28573QWESP12FPF9",
      "01H8WW3F7585KPJP4VKE6GMB07",
      "01HMXBRM9Q25PQTFZSRT07E46N",
      "01HNBENDNDYHZ3P0KD07E3HWZQ",
    ])
      expect(episodeById(RATED, id).rewardsPromptMark, id).toBe("matches");
    const episode = episodeById(RATED, "01H7ZBQKAV28573QWESP12FPF9");
    const seat = episode.document.agents.findIndex((agent) => agent.name.includes("'"));
    expect(episode.document.agents[seat as 0 | 1]?.secret).not.toBe("");
    expect(episode.document.turns.some((turn) => turn.agent === seat + 1)).toBe(true);
  });

  test("row 17: garbled accents and braces come through unchanged", () => {
    const episode = episodeById(RATED, "01HMXA2GMQXJMJ3C0KGA13EQQV");
    expect(textsOf(episode)[2]).toContain("{}");
    expect(textsOf(episode)[2]).toContain("é");
    expect(outline(episode)).toBe("1s 2s 1s 2s 1s 2s 1l");
  });

  test("row 18: two rows of one id differ in content, not in dialogue", () => {
    for (const id of ["01HFCMVRXCKN0X25MAE2VK56S1", "01HFCP7A1P3KPQ970RHJS2ECEE"]) {
      const found = episodesById(EXTRA, id);
      expect(found, id).toHaveLength(2);
      expect(found[0]?.contentHash).not.toBe(found[1]?.contentHash);
      expect(found[0]?.dialogueHash).toBe(found[1]?.dialogueHash);
      expect(found.filter((episode) => episode.agentSourceIds[0] !== null)).toHaveLength(1);
    }
  });

  test("row 19: agents that name other people than the text are dropped, and said so", () => {
    const episode = episodeById(EXTRA, "01H8WW0HXRZ6BECTBH6XTY3VZ1");
    expect(repairCodes(episode)).toContain("agents-differ");
    expect(episode.agentSourceIds).toEqual([null, null]);
    const text = (episode.raw as { rewards_prompt: string }).rewards_prompt;
    expect(text).toContain(`Participants: ${episode.document.agents.map((agent) => agent.name).join(" and ")}\n`);
    expect((episode.raw as { agents: string[] }).agents).toHaveLength(2);
  });

  test("row 20: a secret in the other’s goal line goes back to its owner", () => {
    const episode = episodeById(EXTRA, "01H8ZFVEW3BSXKVC60ZAS8FY6H");
    const [holder, owner] = episode.document.agents;
    expect(holder.goal).not.toContain("secret");
    expect(holder.goal).toMatch(/\)\.$/);
    expect(owner.secret).toBe("");
    expect(repairCodes(episode)).toEqual(expect.arrayContaining(["secret-moved", "blank-text"]));
    expect(outline(episode)).toBe("1s 2s 1l");
  });

  test("row 21: Cyrillic inside an English sentence stays", () => {
    const episode = episodeById(EXTRA, "01HFCVE6GRYRA835DHGG578E2G");
    expect(textsOf(episode).some((text) => /[а-яё]/i.test(text) && /[a-z]/i.test(text))).toBe(true);
  });

  test("row 22: a flat list of messages: two private contexts, then one string a turn", () => {
    const episode = episodeById(GPT4_FLAT, "01J3758H018DYMM5Q6273E41TV");
    expect(episode.shape).toBe("episode-log-flat");
    expect(textsOf(episode).join(" ")).toMatch(/À \w/);
    const [first, second] = episode.document.agents;
    expect(first.goal).not.toBe("");
    expect(second.goal).not.toBe("");
    expect(first.background).not.toBe(second.background);
    expect([first.seenByOther, second.seenByOther]).toEqual(["", ""]);
    const messages = (episode.raw as { messages: string[] }).messages;
    expect(episode.document.turns).toHaveLength(messages.length - 2);
  });

  test("row 23: agents in no profile, a scenario that begins with an empty line", () => {
    const episode = episodeById("sotopia-diplomacy_notebook-example.episodelog", "01J0GZWDV6HMKQK4B3PTEZW5V8");
    expect(episode.document.agents.map((agent) => agent.profileSourceId)).toEqual(episode.agentSourceIds);
    expect(episode.document.scenario).toMatch(/^\S/);
    expect(episode.document.agents[0].goal.split("\n").length).toBeGreaterThan(5);
    expect(episode.rewardsPromptMark).toBe("matches");
  });

  test("row 24: six-player games are refused with a sentence", () => {
    const rows = rowsOf("episodes/sotopia_werewolves-elo-sample.multiagent.jsonl");
    expect(rows).toHaveLength(6);
    for (const row of rows) {
      if (row.outcome !== "refused") throw new Error("A game log was taken.");
      expect(row.found).toBe("a game log");
      expect(row.reason).toMatch(/several players.+Accepted are two-agent episodes/);
    }
  });
});
