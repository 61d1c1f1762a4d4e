import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPool } from "#lib/store/pool.ts";
import { openDataDir, readOrMakeSecret, socketFolder } from "#scripts/lib/data-dir.ts";
import { type Owner, OwnerRefused, startOwner, stopOwner } from "#scripts/lib/embedded/owner.ts";

function newFolder(): string {
  return mkdtempSync(path.join(os.tmpdir(), "studio-folder-"));
}

/** One folder for all tests of the owner: making a database takes longer than everything they do with it. */
const folder = newFolder();
const owners: Owner[] = [];

async function open(): Promise<Owner> {
  const owner = await startOwner(folder, socketFolder(folder));
  owners.push(owner);
  return owner;
}

async function killOwner(owner: Owner): Promise<void> {
  owner.child.kill("SIGKILL");
  await new Promise((resolve) => owner.child.once("exit", resolve));
}

describe("the owner of the embedded database", { timeout: 90_000 }, () => {
  let owner: Owner;

  beforeAll(async () => {
    owner = await open();
  });
  afterAll(async () => {
    for (const each of owners) await stopOwner(each);
  });

  it("lets nobody else open the folder", async () => {
    const refusal = await open().catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(OwnerRefused);
    expect(String(refusal)).toMatch(/Another copy is already using the data folder .+ its own DATA_DIR/);
  });

  it("gives back what a client held that died in the middle of a transaction", async () => {
    const [victim, other] = [new pg.Client(owner.url), new pg.Client(owner.url)];
    victim.on("error", () => {});
    await victim.connect();
    await other.connect();
    await victim.query(`CREATE TABLE held (n int)`);
    await victim.query("BEGIN");
    await victim.query(`INSERT INTO held VALUES (1)`);
    (victim as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
    expect((await other.query(`SELECT * FROM held`)).rows).toEqual([]);
    await other.end();
  });

  it("keeps many clients with parameters apart", async () => {
    const pools = [1, 2, 3, 4].map(() => openPool(owner.url, 4));
    const asked = Array.from({ length: 400 }, (_, n) => n);
    const answers = await Promise.all(
      asked.map(async (n) => {
        const pool = pools[n % pools.length] as pg.Pool;
        const result =
          n % 2
            ? await pool.query(`SELECT $1::int AS n`, [n])
            : await pool.query(`SELECT $2::int AS n, $1::text AS t`, [`t${n}`, n]);
        return result.rows[0].n;
      }),
    );
    expect(answers).toEqual(asked);
    await Promise.all(pools.map((pool) => pool.end()));
  });

  it("loses no acknowledged row when it is killed, and a pool finds the next one", async () => {
    const pool = openPool(owner.url, 3);
    await pool.query(`CREATE TABLE kept (n int PRIMARY KEY)`);
    let acknowledged = 0;
    let isOver = false;
    const writer = (async () => {
      while (!isOver) {
        try {
          await pool.query(`INSERT INTO kept VALUES ($1) ON CONFLICT DO NOTHING`, [acknowledged + 1]);
          acknowledged += 1;
        } catch {
          // The statement in flight is lost with the owner; the next one waits for the new owner.
        }
      }
    })();
    await sleep(500);
    const before = acknowledged;
    await killOwner(owner);
    expect((await open()).url).toBe(owner.url);
    while (acknowledged < before + 20) await sleep(50);
    isOver = true;
    await writer;
    const rows = await pool.query(`SELECT count(*)::int AS count, max(n)::int AS last FROM kept`);
    expect(before).toBeGreaterThan(0);
    expect(rows.rows[0].count).toBe(rows.rows[0].last);
    expect(rows.rows[0].count).toBeGreaterThanOrEqual(acknowledged);
    await pool.end();
  });
});

describe("the data folder", () => {
  it("that cannot be used is refused in a sentence", () => {
    const file = path.join(newFolder(), "file");
    writeFileSync(file, "");
    expect(() => openDataDir(path.join(file, "below"))).toThrow(
      /^The data folder .+ cannot be read and written \((?:ENOTDIR|EEXIST)\)\. .+ DATA_DIR/,
    );
  });

  it("keeps the key that was made once", () => {
    const folder = newFolder();
    const secret = readOrMakeSecret(folder);
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(readOrMakeSecret(folder)).toBe(secret);
  });

  it("makes the key anew where a full disk left an empty one, and leaves nothing else behind", () => {
    const folder = newFolder();
    writeFileSync(path.join(folder, "auth-secret"), "");
    const secret = readOrMakeSecret(folder);
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(readOrMakeSecret(folder)).toBe(secret);
    expect(readdirSync(folder)).toEqual(["auth-secret"]);
  });

  it("with a very long path has its socket elsewhere, always in the same place", () => {
    const long = path.join(newFolder(), "x".repeat(120));
    expect(socketFolder(long).length).toBeLessThan(85);
    expect(socketFolder(long)).toBe(socketFolder(long));
    expect(socketFolder(long)).not.toBe(socketFolder(`${long}y`));
  });
});
