import { describe, expect, test } from "vitest";
import { listImportLines } from "#lib/operations/imports/list-import-lines.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { withSettings } from "#tests/support/settings.ts";
import { hasSharedData, type ImportCounts, importShared, SKIP_NOTE, SYSTEM, temporaryDataDir } from "./shared-files.ts";

/**
 * File, then records accepted, unchanged, in conflict and refused when the files come in this order: 410 episodes under
 * different ids, 2 rows that stand twice in a notebook, 18 study rows of the archive whose id came with another text or
 * other agents before and one with the same in another spelling, 6 logs of a game for six.
 */
const FILES: [file: string, ...counts: ImportCounts][] = [
  ["profiles/agent_profiles.jsonl", 40, 0, 0, 0],
  ["profiles/environment_profiles.jsonl", 90, 0, 0, 0],
  ["profiles/relationship_profiles.jsonl", 120, 0, 0, 0],
  ["profiles/env_agent_combo_storages.jsonl", 450, 0, 0, 0],
  ["episodes/sotopia-rl_example-episodes.hf.jsonl", 14, 0, 0, 0],
  ["episodes/sotopia-rl_example-episodes.as-episodelog.jsonl", 0, 14, 0, 0],
  ["episodes/sotopia-rl_archive-example-episodes.hf-reduced.jsonl", 21, 0, 0, 0],
  ["episodes/microsoft-srb_test-episodes.hf.jsonl", 2, 0, 0, 0],
  ["episodes/microsoft-srb_test-episodes.as-episodelog.jsonl", 0, 2, 0, 0],
  ["episodes/sotopia-pi_select-data-notebook.episodelog.jsonl", 6, 2, 0, 0],
  ["episodes/sotopia-pi_select-data-utils-notebook.episodelog.jsonl", 7, 0, 0, 0],
  ["episodes/sotopia-pi_scenario-analysis-notebook.episodelog.jsonl", 1, 0, 0, 0],
  ["episodes/sotopia_redis-serialization-notebook.episodelog.jsonl", 1, 0, 0, 0],
  ["episodes/sotopia-pi_human-study-rated.partial.jsonl", 110, 0, 0, 0],
  ["episodes/sotopia-pi_human-study-otreezip-extra.partial.jsonl", 129, 1, 18, 0],
  ["episodes/sotopia_human-eval-example-data.partial.jsonl", 0, 2, 0, 0],
  ["episodes/sotopia-diplomacy_gpt4-annotation.episodelog-flat.jsonl", 52, 0, 0, 0],
  ["episodes/sotopia-diplomacy_llama3-70b-annotation.episodelog-flat.jsonl", 52, 0, 0, 0],
  ["episodes/sotopia-diplomacy_gpt4-analysis.episodelog-flat.jsonl", 7, 0, 0, 0],
  ["episodes/sotopia-diplomacy_llama3-70b-analysis.episodelog-flat.jsonl", 7, 0, 0, 0],
  ["episodes/sotopia-diplomacy_notebook-example.episodelog.jsonl", 1, 0, 0, 0],
  ["episodes/sotopia_werewolves-elo-sample.multiagent.jsonl", 0, 0, 0, 6],
  ["tasks/extra_environment_profiles_sotopia-pi-rdb.jsonl", 386, 0, 0, 0],
  ["tasks/extra_environment_profiles_sotopia-datagen.jsonl", 303, 0, 0, 0],
];
const EPISODE_FILES = FILES.filter(([file]) => file.startsWith("episodes/"));

withSettings({ DATA_DIR: temporaryDataDir() });

describe.skipIf(!hasSharedData)(`importing the open files, in this order${SKIP_NOTE}`, () => {
  const database = withTestDatabase({ reset: "file" });

  test.each(FILES)("%s: %i accepted, %i unchanged, %i in conflict, %i refused", async (file, ...counts) => {
    expect((await importShared(file)).counts).toEqual(counts);
  });

  test("410 episodes have ids of their own, and 18 more are kept apart as other contents of a known id", async () => {
    expect(await database.db.episode.count()).toBe(428);
    expect(await database.db.episode.groupBy({ by: ["sourceId"] })).toHaveLength(410);
    expect(await database.db.episode.count({ where: { variant: { gt: 0 } } })).toBe(18);
    expect(await database.db.episode.count({ where: { conflictState: null } })).toBe(428 - 2 * 18);
  });

  test("everything else is there once", async () => {
    const { db } = database;
    expect(await db.agentProfile.count()).toBe(40);
    expect(await db.scenario.count()).toBe(90 + 386 + 303);
    expect(await db.scenario.count({ where: { isHard: true } })).toBe(14);
    expect(await db.relationshipProfile.count()).toBe(120);
    expect(await db.scenarioCombo.count()).toBe(450);
    // Judges rated 170 episodes in full: fourteen ratings each.
    expect(await db.judgment.count()).toBe(170);
    expect(await db.judgmentRating.count()).toBe(170 * 14);
  });

  test("the game for six players is refused with a sentence for each line", async () => {
    const { importId } = await importShared("episodes/sotopia_werewolves-elo-sample.multiagent.jsonl");
    const { lines } = await listImportLines(SYSTEM, { importId, outcome: "refused" });
    expect(lines).toHaveLength(6);
    for (const line of lines) expect(line.reason).toContain("a log of a game with several players");
  });

  test("importing every file a second time changes nothing", async () => {
    const before = await database.db.episode.count();
    for (const [file, accepted, unchanged, conflict, refused] of EPISODE_FILES)
      expect((await importShared(file)).counts, file).toEqual([0, accepted + unchanged + conflict, 0, refused]);
    expect(await database.db.episode.count()).toBe(before);
  });
});
