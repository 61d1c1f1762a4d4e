import { describe, expect, it } from "vitest";
import { ReadAhead } from "#lib/operations/imports/read-ahead.ts";
import { getPool } from "#lib/store/connection.ts";
import { findImport } from "#lib/store/imports.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { episodeLog } from "./records.ts";
import { jsonLines, queueText, withDataFolder } from "./support.ts";

withTestDatabase();
withDataFolder();

/** Two batches and a bit. */
const RECORDS = 410;

async function openFile(): Promise<ReadAhead> {
  const { id } = await queueText(
    jsonLines(Array.from({ length: RECORDS }, (_, index) => episodeLog({ id: `A${index}` }))),
  );
  const row = await findImport(id);
  if (!row) throw new Error("The import is gone.");
  return new ReadAhead(row);
}

describe("reading ahead", () => {
  it("parses a batch while somebody else holds the database", { timeout: 10_000 }, async () => {
    const file = await openFile();
    const taken = await file.take();
    const client = await getPool().connect();
    // In the embedded database nobody else is served from here on, as while a batch is being written.
    await client.query("BEGIN");
    const parsed = taken && (await file.parse(taken));
    expect(parsed?.records.map(({ record }) => record)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
    expect(parsed?.records.every(({ content }) => content.outcome === "ok")).toBe(true);
    await client.query("ROLLBACK");
    client.release();
    await file.close();
  });

  it("gives every record once, in order, and then nothing", async () => {
    const file = await openFile();
    const seen: number[] = [];
    for (let taken = await file.take(); taken; taken = await file.take()) {
      const { records } = await file.parse(taken);
      seen.push(...records.map(({ record }) => record));
    }
    expect(seen).toEqual(Array.from({ length: RECORDS }, (_, index) => index + 1));
    expect(await file.take()).toBeNull();
    await file.close();
  });
});
