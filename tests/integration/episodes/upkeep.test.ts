import { existsSync } from "node:fs";
import { mkdir, rm, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { env } from "#lib/env.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { cancelImport } from "#lib/operations/imports/cancel-import.ts";
import { getImport } from "#lib/operations/imports/get-import.ts";
import { purgeImportFiles } from "#lib/operations/imports/purge-import-files.ts";
import { requeueImports } from "#lib/operations/imports/requeue-imports.ts";
import { retryImport } from "#lib/operations/imports/retry-import.ts";
import { runImport } from "#lib/operations/imports/run-import.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { episodeLog } from "./records.ts";
import { jsonLines, noQueue, queueText, SYSTEM, user, withDataFolder } from "./support.ts";

const database = withTestDatabase();
withDataFolder();

const text = jsonLines([episodeLog({ id: "A" }), episodeLog({ id: "B" })]);
const DAY = 86_400_000;
const inDays = (days: number) => ({ now: () => new Date(Date.now() + days * DAY) });

/** Sets the import's one job to a state, as the queue does when its attempts are used up. */
async function setJob(importId: string, state: "failed" | "retry"): Promise<void> {
  await enqueue("episodes.import", { importId });
  await database.db.$executeRawUnsafe(`UPDATE pgboss.job SET state = '${state}' WHERE singleton_key = '${importId}'`);
}

describe("an import whose job has failed with its last attempt", () => {
  it("ends as failed with a sentence, and can be tried again to its end", async () => {
    const { id } = await queueText(text);
    await database.db.episodeImport.update({ where: { id }, data: { state: "running" } });
    await setJob(id, "retry");
    await requeueImports(SYSTEM, {});
    expect(await getImport(SYSTEM, { importId: id })).toMatchObject({ state: "running" });
    await setJob(id, "failed");
    await requeueImports(SYSTEM, {});
    const failed = await getImport(SYSTEM, { importId: id });
    expect(failed).toMatchObject({ state: "failed", canRetry: true });
    expect(failed.error).toMatch(/begun 9 times .+ Try again goes on after it\.$/);
    expect((await retryImport(user("researcher"), { importId: id })).state).toBe("queued");
    await database.db.episodeImport.update({ where: { id }, data: { state: "running" } });
    await requeueImports(SYSTEM, {});
    expect(await getImport(SYSTEM, { importId: id })).toMatchObject({ state: "running", error: "" });
    expect(await runImport(SYSTEM, { importId: id })).toMatchObject({ state: "completed", acceptedCount: 2 });
    await requeueImports(SYSTEM, {});
    expect(await getImport(SYSTEM, { importId: id })).toMatchObject({ state: "completed" });
  });

  it("leaves an import alone that is done without a job, as by the shell", async () => {
    const { id } = await queueText(text);
    await database.db.episodeImport.update({ where: { id }, data: { state: "running" } });
    await requeueImports(SYSTEM, {});
    expect(await getImport(SYSTEM, { importId: id })).toMatchObject({ state: "running" });
  });
});

describe("files of imports that stopped", () => {
  const folder = () => path.join(env().DATA_DIR, "imports");
  const fileOf = (importId: string) => path.join(folder(), importId);
  beforeEach(() => rm(folder(), { recursive: true, force: true }));

  it("are kept for two weeks, and then removed so that nothing offers to go on", async () => {
    const { id } = await queueText(text);
    await cancelImport(user("researcher"), { importId: id });
    const waiting = await queueText(jsonLines([episodeLog({ id: "C" })]));
    expect(await purgeImportFiles(SYSTEM, {}, inDays(13))).toEqual({ purged: 0 });
    expect(existsSync(fileOf(id))).toBe(true);
    expect(await purgeImportFiles(SYSTEM, {}, inDays(15))).toEqual({ purged: 1 });
    expect([existsSync(fileOf(id)), existsSync(fileOf(waiting.id))]).toEqual([false, true]);
    expect(await getImport(SYSTEM, { importId: id })).toMatchObject({ state: "canceled", canRetry: false });
    await expect(retryImport(user("researcher"), { importId: id }, noQueue)).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  it("that belong to no import are removed after a day, others not", async () => {
    await mkdir(folder(), { recursive: true });
    const stray = path.join(folder(), "left-behind.partial");
    await writeFile(stray, "{}");
    const { id } = await queueText(text);
    const old = new Date(Date.now() - 2 * DAY);
    for (const file of [stray, fileOf(id)]) await utimes(file, old, old);
    const fresh = path.join(folder(), "arriving.partial");
    await writeFile(fresh, "{}");
    expect(await purgeImportFiles(SYSTEM, {})).toEqual({ purged: 1 });
    expect([stray, fresh, fileOf(id)].map(existsSync)).toEqual([false, true, true]);
  });
});
