import { existsSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll } from "vitest";
import { type Actor, systemActor } from "#lib/domain/access/actor.ts";
import { resetEnv } from "#lib/env.ts";
import { importFile } from "#lib/operations/imports/import-file.ts";
import { runImport } from "#lib/operations/imports/run-import.ts";
import { getDb } from "#lib/store/db.ts";

export const SYSTEM = systemActor("test");

/** Somebody with an account, without a row: enough for everything that only asks for the role. */
export function user(role: "admin" | "researcher" | "analyst"): Actor {
  return { kind: "user", userId: `user-${role}`, role, sessionId: "session", name: `Test ${role}` };
}

/** The real files, where they are; tests that need them skip and say so elsewhere. */
export const REAL_DATA = path.join(import.meta.dirname, "../../../../shared/data");
export const HAS_REAL_DATA = existsSync(path.join(REAL_DATA, "episodes"));

/** Gives the test file a data folder of its own. */
export function withDataFolder(): void {
  let folder = "";
  const before = process.env.DATA_DIR;
  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "studio-test-data-"));
    process.env.DATA_DIR = folder;
    resetEnv();
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
    if (before === undefined) delete process.env.DATA_DIR;
    else process.env.DATA_DIR = before;
    resetEnv();
  });
}

/** The bytes of a text as an upload brings them, in small pieces so that seams fall anywhere. */
export function bytesOf(text: string, size = 1_000): AsyncIterable<Uint8Array> {
  const bytes = Buffer.from(text);
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
  return Readable.from(pieces, { objectMode: false });
}

export const noQueue = { enqueue: async () => null };

/** Stores a text as a file and queues its import, without a worker. */
export async function queueText(text: string, fileName = "test.jsonl", judgeVersion = "") {
  return importFile(SYSTEM, { fileName, source: bytesOf(text), judgeVersion }, noQueue);
}

/** Imports a text to the end. */
export async function importText(text: string, fileName = "test.jsonl", judgeVersion = "") {
  const queued = await queueText(text, fileName, judgeVersion);
  return runImport(SYSTEM, { importId: queued.id });
}

/** Records as JSON Lines. */
export function jsonLines(records: readonly unknown[]): string {
  return `${records.map((record) => JSON.stringify(record)).join("\n")}\n`;
}

/** The lines of an import's report in order. */
export async function reportOf(importId: string) {
  return getDb().episodeImportLine.findMany({ where: { importId }, orderBy: { record: "asc" } });
}

/** Every count of an import that a test compares. */
export function counts(row: Awaited<ReturnType<typeof importText>>) {
  const { state, rowsDone, acceptedCount, unchangedCount, conflictCount, refusedCount } = row;
  return { state, rowsDone, acceptedCount, unchangedCount, conflictCount, refusedCount };
}
