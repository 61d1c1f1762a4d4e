import { createReadStream } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Replication } from "#lib/domain/analysis/replication/replication.ts";
import { importRatingFile } from "#lib/operations/rating-imports/import-rating-file.ts";
import { runRatingImport } from "#lib/operations/rating-imports/run-rating-import.ts";
import { replicateFiles } from "#lib/operations/replication/replicate-files.ts";
import { replicatePaper } from "#lib/operations/replication/replicate-paper.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { withSettings } from "#tests/support/settings.ts";
import { hasSharedData, importShared, SHARED_FOLDER, SKIP_NOTE, SYSTEM, temporaryDataDir } from "./shared-files.ts";

const OFFICIAL = "human/sotopia-pi-official";
const TABLES = ["mistral-instruct", "SR", "BC", "BC+SR", "gpt4", "gpt3.5"].map(
  (name) => `${OFFICIAL}/${name}_final.csv`,
);
const OLDER = ["BC+SR", "gpt4"].map((name) => `${OFFICIAL}/earlier-revision/${name}_final.csv`);
const EPISODES = "episodes/sotopia-pi_human-study-rated.partial.jsonl";
const JUDGE = "results/llm_ratings/gpt4_complete_gpt_score.json";

withSettings({ DATA_DIR: temporaryDataDir() });

/** A cell by table, group, line label and column. */
function cell(replication: Replication, table: string, group: string, label: string, column: string) {
  const found = replication.tables.find(({ id }) => id === table);
  const place = found?.columns.findIndex(({ key }) => key === column) ?? -1;
  const lines = found?.groups.find(({ key }) => key === group)?.lines;
  return lines?.find((line) => line.label === label)?.cells[place];
}

const AS_AUTHORS = "Recomputed";

/** What the open files give. Reading them takes longer than looking at it, so it is asked once. */
let asked: ReturnType<typeof replicateFiles> | undefined;
function ofOpenFiles(): ReturnType<typeof replicateFiles> {
  asked ??= replicateFiles(SYSTEM, { folder: SHARED_FOLDER });
  return asked;
}

describe.skipIf(!hasSharedData)(`replicating the paper from the open files${SKIP_NOTE}`, () => {
  test("finds the files anywhere under the folder, and the open part has the stated means", async () => {
    const replication = await ofOpenFiles();
    expect(replication.used).toEqual({
      ratings: [...TABLES, ...OLDER].sort(),
      episodes: [
        "episodes/sotopia-pi_human-study-otreezip-extra.partial.jsonl",
        EPISODES,
        "episodes/sotopia_human-eval-example-data.partial.jsonl",
      ],
      judges: [JUDGE],
    });
    const rows = replication.coverage.map(({ id, episodes, rows, meanGoal, goalRatings, judged }) => {
      return [id, episodes, rows, meanGoal?.toFixed(3), goalRatings, judged];
    });
    expect(rows).toEqual([
      ["gpt-4", 20, 40, "4.925", 40, 20],
      ["gpt-3.5", 10, 20, "4.475", 40, 0],
      ["base", 20, 40, "2.950", 40, 0],
      ["sr", 20, 40, "3.625", 40, 0],
      ["bc", 20, 40, "3.850", 40, 0],
      ["bc+sr", 20, 40, "4.000", 40, 0],
    ]);
  });

  test("says what is odd in them", async () => {
    const notes = (await ofOpenFiles()).notes.join("\n");
    expect(notes).toContain("earlier-revision/gpt4_final.csv (GPT-4, 39 rows) was set aside");
    expect(notes).toContain("SR stands under 35 names");
    expect(notes).toContain("On 7 episodes one person is counted twice, on 2 of them with the very same scores.");
    expect(notes).toContain("On 4 episodes the scenario that the table tells is not that of the episode");
  });

  test("figures of the open part, by an independent computation", async () => {
    const replication = await ofOpenFiles();
    // statistics.stdev over the means of 20 agents, and scipy's pearsonr with the judge.
    expect(cell(replication, "human-means", "base", AS_AUTHORS, "goal-sd")?.value).toBeCloseTo(3.98, 3);
    expect(cell(replication, "judge-means", "gpt-4", AS_AUTHORS, "goal")?.value).toBeCloseTo(5.95, 10);
    expect(cell(replication, "table-7", "pearson", AS_AUTHORS, "gpt-4")?.value).toBeCloseTo(0.8176055508, 9);
    expect(cell(replication, "table-7", "pearson", AS_AUTHORS, "sr")).toMatchObject({
      value: null,
      comparison: "missing",
      reason: "the judge’s ratings of these episodes are not among the files",
    });
  });

  test("a folder without the tables is refused with a sentence", async () => {
    const folder = path.join(SHARED_FOLDER, "profiles");
    await expect(replicateFiles(SYSTEM, { folder })).rejects.toThrow("No table of SOTOPIA-π’s human study lies under");
    await expect(replicateFiles(SYSTEM, { folder: path.join(folder, "none") })).rejects.toThrow("is no folder");
  });
});

describe.skipIf(!hasSharedData)(`replicating the paper from the database${SKIP_NOTE}`, () => {
  withTestDatabase({ reset: "file" });

  async function importRatings(file: string) {
    const source = createReadStream(path.join(SHARED_FOLDER, file));
    const judge = file === JUDGE ? { judge: { name: "gpt-4" } } : {};
    const input = { fileName: path.basename(file), source, mapping: judge };
    const { id } = await importRatingFile(SYSTEM, input, { enqueue: async () => null });
    expect((await runRatingImport(SYSTEM, { importId: id })).state).toBe("completed");
  }

  test("nothing imported: every figure is missing and says why", async () => {
    const { counts, coverage, isWhole } = await replicatePaper(SYSTEM, {});
    expect(counts).toMatchObject({ same: 0, different: 0 });
    expect(coverage.every(({ episodes }) => episodes === 0)).toBe(true);
    expect(isWhole).toBe(false);
  });

  test("after the imports the figures are those of the files", async () => {
    await importShared(EPISODES);
    for (const file of [...OLDER, ...TABLES, JUDGE]) await importRatings(file);
    const stored = await replicatePaper(SYSTEM, {});
    const { used: _, ...fromFiles } = await ofOpenFiles();
    expect(stored.judge).toBe("gpt-4");
    expect(stored.coverage).toEqual(fromFiles.coverage);
    expect(stored.counts).toEqual(fromFiles.counts);
    expect(stored.tables.map(({ differences, missing }) => ({ differences, missing }))).toEqual(
      fromFiles.tables.map(({ differences, missing }) => ({ differences, missing })),
    );
  }, 60_000);
});
