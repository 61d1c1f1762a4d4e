import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { systemActor } from "#lib/domain/access/actor.ts";
import { replicateFiles } from "#lib/operations/replication/replicate-files.ts";
import { REPLICA_ITEMS, replicaEpisodes, replicaJudgeFile, replicaTable } from "#tests/factories/replica-study.ts";

const SYSTEM = systemActor("test");
let folder: string;

function write(name: string, content: string): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** One episode per file, as the study's own folders hold them. */
function writeEpisodes(): void {
  for (const record of replicaEpisodes({ rated: false }))
    write(`official/${record.pk}.json`, JSON.stringify(record, null, 1));
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "studio-replica-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("replicating from a folder", () => {
  test("finds tables, episodes and judge by content, at any depth and under any name", async () => {
    writeEpisodes();
    write("deep/er/anything.csv", replicaTable());
    write("scores.json", JSON.stringify(replicaJudgeFile()));
    write("notes.json", '{"something": "else"}');
    write("other.csv", "a,b\n1,2\n");
    write("broken.jsonl", "{broken\n");
    write(".hidden/table.csv", replicaTable());
    const replication = await replicateFiles(SYSTEM, { folder });
    expect(replication.used).toEqual({
      ratings: [path.join("deep", "er", "anything.csv")],
      episodes: REPLICA_ITEMS.map(({ id }) => path.join("official", `${id}.json`)),
      judges: ["scores.json"],
    });
    expect(replication.notes).toEqual([]);
    const goals = replication.coverage.map(({ id, episodes, judged, meanGoal }) => [id, episodes, judged, meanGoal]);
    expect(goals).toContainEqual(["gpt-4", 3, 3, 6.5]);
    expect(goals).toContainEqual(["bc+sr", 3, 3, (6 + 5 + 3) / 3 - 0.5]);
  });

  test("the agent under study counts, whichever seat it has, and the gap is judge minus people", async () => {
    writeEpisodes();
    write("table.csv", replicaTable());
    write("scores.json", JSON.stringify(replicaJudgeFile()));
    const { tables } = await replicateFiles(SYSTEM, { folder });
    const figure = tables.find(({ id }) => id === "figure-4");
    const gaps = figure?.groups.find(({ key }) => key === "gap")?.lines.find(({ label }) => label === "Corrected");
    const place = figure?.columns.findIndex(({ key }) => key === "bc+sr") ?? -1;
    expect(gaps?.cells[place]?.value).toBeCloseTo(1.5, 10);
  });

  test("two halves of a table in two files count together", async () => {
    writeEpisodes();
    write("1.csv", replicaTable(REPLICA_ITEMS.slice(0, 2)));
    write("2.csv", replicaTable(REPLICA_ITEMS.slice(2)));
    const { coverage } = await replicateFiles(SYSTEM, { folder });
    expect(coverage.find(({ id }) => id === "gpt-4")?.episodes).toBe(3);
  });

  test("without the episodes nothing is guessed: the rows are left out and named", async () => {
    write("table.csv", replicaTable());
    const { coverage, notes } = await replicateFiles(SYSTEM, { folder });
    expect(coverage.every(({ episodes }) => episodes === 0)).toBe(true);
    expect(notes).toEqual([expect.stringContaining("Left out: 12 rows on 6 episodes that are not among the files.")]);
  });

  test("a score outside its scale is refused with its row, and the row is left out", async () => {
    writeEpisodes();
    write("table.csv", replicaTable().replace('"9"', '"19"'));
    const { notes } = await replicateFiles(SYSTEM, { folder });
    expect(notes.join("\n")).toContain("missing score");
    expect(notes.join("\n")).toContain("has one row only");
    expect(notes.join("\n")).toContain("19 lies outside the scale from 0 to 10");
  });

  test("only the system may read folders of its machine", async () => {
    const analyst = { kind: "user", userId: "u", role: "analyst", sessionId: "s", name: "A" } as const;
    await expect(replicateFiles(analyst, { folder })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
