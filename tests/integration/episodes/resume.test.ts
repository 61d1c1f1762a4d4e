import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { cancelImport } from "#lib/operations/imports/cancel-import.ts";
import { requeueImports } from "#lib/operations/imports/requeue-imports.ts";
import { retryImport } from "#lib/operations/imports/retry-import.ts";
import { runImport } from "#lib/operations/imports/run-import.ts";
import { writeImportBatch } from "#lib/store/import-batches.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { episodeLog } from "./records.ts";
import { counts, jsonLines, noQueue, queueText, reportOf, SYSTEM, user, withDataFolder } from "./support.ts";

const database = withTestDatabase();
withDataFolder();

const RECORDS = 500;
/** Small records, one bad line among each hundred, one repetition in each fifty. */
const text = Array.from({ length: RECORDS }, (_, index) => {
  if (index % 100 === 42) return `{"broken": ${index}`;
  const number = index % 50 === 49 ? index - 1 : index;
  return JSON.stringify(episodeLog({ id: `R${number}`, rated: index % 2 === 0 || index % 50 === 49 }));
}).join("\n");
const EXPECTED = { rowsDone: RECORDS, acceptedCount: 485, unchangedCount: 10, conflictCount: 0, refusedCount: 5 };

/** That every record of the file was dealt with exactly once, whatever happened on the way. */
async function expectWhole(importId: string): Promise<void> {
  const row = await database.db.episodeImport.findUniqueOrThrow({ where: { id: importId } });
  expect(row).toMatchObject({ state: "completed", error: "", ...EXPECTED });
  const lines = await reportOf(importId);
  expect(lines.map((line) => line.record)).toEqual(Array.from({ length: RECORDS }, (_, index) => index + 1));
  const of = (outcome: string) => lines.filter((line) => line.outcome === outcome).length;
  expect([of("accepted"), of("unchanged"), of("refused")]).toEqual([485, 10, 5]);
  expect(await database.db.episode.count({ where: { importId } })).toBe(485);
  expect(await database.db.episodeRecord.count()).toBe(485);
  const judged = await database.db.episode.count({ where: { hasJudgments: true } });
  expect(await database.db.judgment.count()).toBe(judged);
  expect(await database.db.judgmentRating.count()).toBe(judged * 14);
}

describe("an import that is interrupted", () => {
  it("goes on after the last written batch when its worker stopped", async () => {
    const queued = await queueText(text);
    const stop = new AbortController();
    let written = 0;
    const writeBatch: typeof writeImportBatch = async (batch) => {
      const outcome = await writeImportBatch(batch);
      written += 1;
      if (written === 1) stop.abort(new Error("The worker is stopping."));
      return outcome;
    };
    const run = runImport(SYSTEM, { importId: queued.id, signal: stop.signal }, { writeBatch });
    await expect(run).rejects.toThrow("stopping");
    const half = await database.db.episodeImport.findUniqueOrThrow({ where: { id: queued.id } });
    expect([half.state, half.rowsDone]).toEqual(["running", 200]);
    await runImport(SYSTEM, { importId: queued.id });
    await expectWhole(queued.id);
  });

  it("survives its process being killed again and again", async () => {
    const queued = await queueText(text);
    const child = path.join(import.meta.dirname, "import-child.ts");
    let kills = 0;
    for (let round = 0; round < 4; round += 1) {
      const args = ["--disable-warning=ExperimentalWarning", child, database.url, queued.id];
      const running = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
      running.stdout.once("data", async () => {
        await sleep(round * 4);
        running.kill("SIGKILL");
      });
      const [code] = await once(running, "exit");
      if (code === 0) break;
      kills += 1;
    }
    expect(kills).toBeGreaterThan(0);
    await runImport(SYSTEM, { importId: queued.id });
    await expectWhole(queued.id);
  }, 120_000);

  it("writes every record once when two workers run it at the same time", async () => {
    const queued = await queueText(text);
    await Promise.all([runImport(SYSTEM, { importId: queued.id }), runImport(SYSTEM, { importId: queued.id })]);
    await runImport(SYSTEM, { importId: queued.id });
    await expectWhole(queued.id);
  });

  it("leaves a batch out as a whole when writing it fails, and goes on with it on retry", async () => {
    const queued = await queueText(text);
    let written = 0;
    const writeBatch: typeof writeImportBatch = async (batch) => {
      written += 1;
      if (written < 2) return writeImportBatch(batch);
      // The last record breaks the batch in the database, after everything before it was inserted.
      const broken = batch.records.map((record, index) =>
        index === batch.records.length - 1 ? { ...record, line: 2 ** 40 } : record,
      );
      return writeImportBatch({ ...batch, records: broken });
    };
    await expect(runImport(SYSTEM, { importId: queued.id }, { writeBatch })).rejects.toThrow(
      /What was written before stays/,
    );
    const failed = await database.db.episodeImport.findUniqueOrThrow({ where: { id: queued.id } });
    expect([failed.state, failed.rowsDone]).toEqual(["failed", 200]);
    expect((await reportOf(queued.id)).length).toBe(200);
    await retryImport(user("researcher"), { importId: queued.id }, noQueue);
    await runImport(SYSTEM, { importId: queued.id });
    await expectWhole(queued.id);
  });
});

describe("canceling", () => {
  it("stops after the batch in hand, keeps what was written, and a retry goes on after it", async () => {
    const queued = await queueText(text);
    const writeBatch: typeof writeImportBatch = async (batch) => {
      const outcome = await writeImportBatch(batch);
      if (batch.recordsBefore === 0) await cancelImport(user("researcher"), { importId: queued.id });
      return outcome;
    };
    const stopped = await runImport(SYSTEM, { importId: queued.id }, { writeBatch });
    expect(counts(stopped)).toMatchObject({ state: "canceled", rowsDone: 200 });
    expect((await reportOf(queued.id)).length).toBe(200);
    expect(await runImport(SYSTEM, { importId: queued.id })).toMatchObject({ state: "canceled", rowsDone: 200 });
    await retryImport(user("researcher"), { importId: queued.id }, noQueue);
    await runImport(SYSTEM, { importId: queued.id });
    await expectWhole(queued.id);
  });

  it("and going on at once, before the worker has noticed, leaves no import behind", async () => {
    const queued = await queueText(text);
    let isRetried = false;
    const writeBatch: typeof writeImportBatch = async (batch) => {
      const outcome = await writeImportBatch(batch);
      if (!isRetried) {
        isRetried = true;
        await cancelImport(user("researcher"), { importId: queued.id });
        await retryImport(user("researcher"), { importId: queued.id }, noQueue);
      }
      return outcome;
    };
    await runImport(SYSTEM, { importId: queued.id }, { writeBatch });
    await expectWhole(queued.id);
  });

  it("gives an import that waits without a job a new one", async () => {
    const queued = await queueText(text);
    const wanted: string[] = [];
    const enqueue = async (_name: string, { importId }: { importId?: string }) => {
      wanted.push(importId ?? "");
      return "job";
    };
    expect(await requeueImports(SYSTEM, {}, { enqueue })).toBe(0);
    const later = () => new Date(Date.now() + 120_000);
    expect(await requeueImports(SYSTEM, {}, { enqueue, now: later })).toBe(1);
    expect(wanted).toEqual([queued.id]);
  });

  it("is refused to analysts, and changes nothing once an import has ended", async () => {
    const queued = await queueText(jsonLines([episodeLog({ id: "A" })]));
    await expect(cancelImport(user("analyst"), { importId: queued.id })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await runImport(SYSTEM, { importId: queued.id });
    expect(await cancelImport(user("researcher"), { importId: queued.id })).toMatchObject({ state: "completed" });
    await expect(retryImport(user("researcher"), { importId: queued.id }, noQueue)).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });
});
