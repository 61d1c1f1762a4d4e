import { describe, expect, test } from "vitest";
import { decodeRecord } from "#lib/domain/episodes/import/decode-record.ts";
import { createRepairLog } from "#lib/domain/episodes/import/fields.ts";
import { detectFileFormat } from "#lib/domain/episodes/import/file-format.ts";
import { parseLegacyPrompt } from "#lib/domain/episodes/import/legacy-transcript.ts";
import type { ParsedEpisode, ParsedProfile } from "#lib/domain/episodes/import/parsed-row.ts";
import { renderTags } from "#lib/domain/scenarios/render-tags.ts";
import {
  episodeById,
  episodesById,
  hasSharedData,
  readSharedBytes,
  recordsOf,
  repairCodes,
  rowsOf,
  SKIP_NOTE,
  sharedProfiles,
  splitShared,
} from "./support/shared-data.ts";

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

function profileById(file: string, id: string): ParsedProfile {
  const row = rowsOf(`profiles/${file}.jsonl`).find((found) => found.outcome === "ok" && found.sourceId === id);
  if (row?.outcome !== "ok" || row.kind === "episode") throw new Error(`No profile ${id} in ${file}.`);
  return row;
}

/** How every row of a table fares when somebody sends it in spite of the file's refusal. */
function refusalsOfTable(file: string): string[] {
  return splitShared(file).map((piece) => {
    const decoded = decodeRecord(piece);
    return decoded.ok ? "taken" : decoded.bad.reason;
  });
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

describe.skipIf(!hasSharedData)(`awkward tables of ratings${SKIP_NOTE}`, () => {
  test.each([
    [25, "human/sotopia-pi-official/BC_final.csv"],
    [26, "human/sotopia-pi-official/gpt4_final.csv"],
    [27, "human/sotopia-pi-official/BC+SR_final.csv"],
    [28, "human/sotopia-pi-official/SR_final.csv"],
    [29, "human/sotopia-pi-pilot/pilot_internal_annotator-B.csv"],
    [30, "human/sotopia-pi-pilot/pilot_internal_annotator-A.csv"],
  ])("row %i: %s is refused as a table of human ratings", (_row, file) => {
    const format = detectFileFormat(readSharedBytes(file));
    expect(format.format).toBe("refused");
    expect(format.found).toBe("a CSV table of human ratings");
    expect(format.reason).toMatch(/^This file is a CSV table of human ratings.+Accepted are/);
    const refusals = refusalsOfTable(file);
    expect(refusals).not.toContain("taken");
    expect(refusals.length).toBeGreaterThan(0);
  });

  test("row 38: dialogue annotations (FED) are refused row by row", () => {
    const rows = rowsOf("human/public/fed_data.json");
    expect(rows).toHaveLength(500);
    for (const row of rows) {
      if (row.outcome !== "refused") throw new Error("A FED row was taken.");
      expect(row.found).toBe("dialogue annotations");
    }
    expect(
      recordsOf("human/public/fed_data.json").filter((record) => !Object.hasOwn(record as object, "response")),
    ).toHaveLength(125);
  });
});

describe.skipIf(!hasSharedData)(`awkward profiles${SKIP_NOTE}`, () => {
  test("row 31: one pair may have two relationships", () => {
    const pairs: [string, number, string, number][] = [
      ["01H6HH1X1EX4H0P7Y959VNSTFY", 0, "01H6HHDVNK6GVY59X4NB38536W", 4],
      ["01H6HHTP53EQ0AW9QR0H6JFBVV", 4, "01H6HHVJG5T756HRDV7X139KG6", 3],
    ];
    for (const [one, relationship, other, otherRelationship] of pairs) {
      const [first, second] = [profileById("relationship_profiles", one), profileById("relationship_profiles", other)];
      if (first.kind !== "relationship" || second.kind !== "relationship") throw new Error("No relationship.");
      expect([first.value.relationship, second.value.relationship]).toEqual([relationship, otherRelationship]);
      expect([...first.value.agentSourceIds].sort()).toEqual([...second.value.agentSourceIds].sort());
    }
  });

  test.each(["01H6HHQ7KBJK96Z3Z0BTWRDMCJ", "01H6HHG59SC6S2FJ8H3RXCXHH3", "01H6HHWZPK8TAR1W2TF3A29F4D"])(
    "row 32: %s has no background story, not the story “nan”",
    (id) => {
      const row = profileById("relationship_profiles", id);
      expect(row.kind === "relationship" && row.value.backgroundStory).toBeNull();
      expect(row.repairs).toEqual([]);
    },
  );

  test("rows 30 to 35: of the published profiles, only those whose text was changed count as repaired", () => {
    const repaired = (file: string) => rowsOf(`profiles/${file}.jsonl`).filter((row) => repairCodes(row).length > 0);
    const files = ["agent_profiles", "environment_profiles", "relationship_profiles", "env_agent_combo_storages"];
    expect(files.map((file) => repaired(file).length)).toEqual([12, 4, 0, 0]);
  });

  test("row 33: an apostrophe in a name", () => {
    const row = profileById("agent_profiles", "01H5TNE5PW9SZFM058Z8P7PR5C");
    expect(row.kind === "agent-profile" && `${row.value.firstName} ${row.value.lastName}`).toMatch(/^\w+ O'[A-Z]\w+$/);
  });

  test.each(["01H5TNE5P7RVY0TYX8VTCXABR6", "01H5TNE5PPK39HR52G61PQ5KQ7", "01H5TNE5PSDH2H6JXYZ9ZRG7A4"])(
    "row 34: trailing blanks of %s are taken away, and the raw record keeps them",
    (id) => {
      const row = profileById("agent_profiles", id);
      if (row.kind !== "agent-profile") throw new Error("No agent profile.");
      for (const text of [row.value.publicInfo, row.value.personalityAndValues]) expect(text).toBe(text.trim());
      expect(row.repairs.map((repair) => repair.code)).toContain("trimmed-text");
      expect(JSON.stringify(row.raw)).toMatch(/ "[,}]/);
    },
  );

  test.each(["01H7VFHPQQQY6H4DNC6NBQ8XTG", "01H7VFHPZMXNGV8PM19WHPQ2W3", "01H7VFHPRFCSA3BTT39BRBZX7H"])(
    "row 35: the backslash before an apostrophe of %s is taken away",
    (id) => {
      const row = profileById("environment_profiles", id);
      if (row.kind !== "scenario") throw new Error("No scenario.");
      expect(row.value.scenario).not.toContain("\\'");
      expect(row.value.scenario).toContain("'");
      expect(row.repairs.map((repair) => repair.code)).toContain("escaped-apostrophe");
      expect((row.raw as { scenario: string }).scenario).toContain("\\'");
    },
  );

  test("row 35: a scenario that ends in a newline is trimmed", () => {
    const row = profileById("environment_profiles", "01H7VFHNRKB8BJ854JPEWY8AR3");
    expect(row.kind === "scenario" && row.value.scenario.endsWith("\n")).toBe(false);
    expect((row.raw as { scenario: string }).scenario.endsWith("\n")).toBe(true);
  });

  test("row 36: the only occupation and age constraints", () => {
    const occupation = profileById("environment_profiles", "01H7VFHP0AW0C23DV6ZG0B4HCE");
    const age = profileById("environment_profiles", "01H7VFHP29TCH457PBDVF7WFDS");
    expect(occupation.kind === "scenario" && occupation.value).toMatchObject({
      occupationConstraint: "[actor, actor]",
      ageConstraint: null,
      agentConstraint: null,
    });
    expect(age.kind === "scenario" && age.value).toMatchObject({
      occupationConstraint: null,
      ageConstraint: "[(21, 70), (21, 70)]",
    });
  });

  test("row 37: raters may read what the agents must not", () => {
    const scenario = sharedProfiles().scenario("01H7VFHPQ1712DHGTMPQFTXH02")?.scenario ?? "";
    const hiddenText = /<p viewer="environment">([^<]+)<\/p>/.exec(scenario)?.[1] ?? "missing";
    expect(renderTags(scenario, "environment")).toContain(hiddenText);
    for (const viewer of ["agent_0", "agent_1"] as const)
      expect(renderTags(scenario, viewer)).not.toContain(hiddenText);
    const hidden = rowsOf("profiles/environment_profiles.jsonl").filter(
      (row) => row.outcome === "ok" && row.kind === "scenario" && row.value.scenario.includes('viewer="environment"'),
    );
    expect(hidden).toHaveLength(10);
  });
});
