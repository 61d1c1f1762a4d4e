import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { importFile } from "#lib/operations/imports/import-file.ts";
import { runImport } from "#lib/operations/imports/run-import.ts";
import { emptyDatabase, withTestDatabase } from "#tests/support/database.ts";
import { HAS_REAL_DATA, noQueue, REAL_DATA, SYSTEM, withDataFolder } from "./support.ts";

const database = withTestDatabase({ reset: "file" });
withDataFolder();

/** Rows of each file and how many of them no two-agent episode can be made of, as the data's own description counts. */
const EPISODE_FILES: Record<string, [rows: number, refused: number]> = {
  "microsoft-srb_test-episodes.as-episodelog.jsonl": [2, 0],
  "microsoft-srb_test-episodes.hf.jsonl": [2, 0],
  "sotopia-diplomacy_gpt4-analysis.episodelog-flat.jsonl": [7, 0],
  "sotopia-diplomacy_gpt4-annotation.episodelog-flat.jsonl": [52, 0],
  "sotopia-diplomacy_llama3-70b-analysis.episodelog-flat.jsonl": [7, 0],
  "sotopia-diplomacy_llama3-70b-annotation.episodelog-flat.jsonl": [52, 0],
  "sotopia-diplomacy_notebook-example.episodelog.jsonl": [1, 0],
  "sotopia-pi_human-study-otreezip-extra.partial.jsonl": [148, 0],
  "sotopia-pi_human-study-rated.partial.jsonl": [110, 0],
  "sotopia-pi_scenario-analysis-notebook.episodelog.jsonl": [1, 0],
  "sotopia-pi_select-data-notebook.episodelog.jsonl": [8, 0],
  "sotopia-pi_select-data-utils-notebook.episodelog.jsonl": [7, 0],
  "sotopia-rl_archive-example-episodes.hf-reduced.jsonl": [21, 0],
  "sotopia-rl_example-episodes.as-episodelog.jsonl": [14, 0],
  "sotopia-rl_example-episodes.hf.jsonl": [14, 0],
  "sotopia_human-eval-example-data.partial.jsonl": [2, 0],
  "sotopia_redis-serialization-notebook.episodelog.jsonl": [1, 0],
  "sotopia_werewolves-elo-sample.multiagent.jsonl": [6, 6],
};
const PROFILE_FILES: Record<string, number> = {
  "agent_profiles.jsonl": 40,
  "env_agent_combo_storages.jsonl": 450,
  "environment_profiles.jsonl": 90,
  "relationship_profiles.jsonl": 120,
};

async function importReal(folder: string, file: string) {
  const source = createReadStream(path.join(REAL_DATA, folder, file));
  const queued = await importFile(SYSTEM, { fileName: file, source }, noQueue);
  return runImport(SYSTEM, { importId: queued.id });
}

async function importEverything(order: "profiles-first" | "episodes-first") {
  const episodes = Object.keys(EPISODE_FILES).map((file) => ["episodes", file] as const);
  const profiles = Object.keys(PROFILE_FILES).map((file) => ["profiles", file] as const);
  const files = order === "profiles-first" ? [...profiles, ...episodes] : [...episodes, ...profiles];
  const rows = [];
  for (const [folder, file] of files) rows.push(await importReal(folder, file));
  return rows;
}

/** Everything that episodes have become, by source id; what tells imports apart is left out. */
async function describedEpisodes(): Promise<unknown[]> {
  return database.db.$queryRaw<unknown[]>`
    SELECT e.source_id, e.content_hash, e.codename, e.relationship, e.is_hard, e.prompt_mark, e.prompt_mark_reason,
      e.agent1_source_id, e.scenario_text, e.turn_count, e.conflict_state, md5(r.document::text) AS document,
      md5(r.repairs::text) AS repairs
    FROM episodes e JOIN episode_records r ON r.episode_id = e.id ORDER BY e.source_id, e.content_hash`;
}

// Importing everything is what takes the time here, so the tests build on each other's imports.
describe.skipIf(!HAS_REAL_DATA)("the open files (skipped where ../shared/data is absent)", { timeout: 120_000 }, () => {
  it("are all there is in the folder", async () => {
    const files = (await readdir(path.join(REAL_DATA, "episodes"))).filter((file) => file.endsWith(".jsonl"));
    expect(files.sort()).toEqual(Object.keys(EPISODE_FILES).sort());
  });

  it("import with every row accounted for", async () => {
    for (const row of await importEverything("profiles-first")) {
      const [count, refused] = EPISODE_FILES[row.fileName] ?? [PROFILE_FILES[row.fileName] ?? -1, 0];
      const { acceptedCount, unchangedCount, conflictCount } = row;
      expect([row.fileName, row.state, row.rowsDone, row.refusedCount]).toEqual([
        row.fileName,
        "completed",
        count,
        refused,
      ]);
      expect(acceptedCount + unchangedCount + conflictCount).toBe(count - refused);
    }
    // 416 distinct ids, six of which are games of six players.
    const [distinct] = await database.db.$queryRaw<{ count: bigint }[]>`SELECT count(DISTINCT source_id) FROM episodes`;
    expect(Number(distinct?.count)).toBe(410);
  });

  it("recognise the study texts that belong to another scenario, and never put them into the hard set", async () => {
    const foreign = await database.db.episode.findMany({ where: { shape: "study-partial", promptMark: "foreign" } });
    expect(foreign.length).toBeGreaterThanOrEqual(63);
    expect(foreign.filter((episode) => episode.isHard || episode.relationship !== null)).toEqual([]);
    expect(foreign.every((episode) => episode.promptMarkReason !== "")).toBe(true);
  });

  it("change nothing when they are imported a second time", async () => {
    const before = await describedEpisodes();
    for (const row of await importEverything("profiles-first")) {
      expect([row.fileName, row.acceptedCount, row.conflictCount]).toEqual([row.fileName, 0, 0]);
    }
    expect(await describedEpisodes()).toEqual(before);
  });

  it("give the same whether profiles come first or last", async () => {
    const first = await describedEpisodes();
    await emptyDatabase();
    await importEverything("episodes-first");
    expect(await describedEpisodes()).toEqual(first);
  });
});
