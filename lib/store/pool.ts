import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

/** Errors of a database that is being restarted: nothing was sent yet, so trying again is safe. */
const NOT_THERE_YET = new Set(["ECONNREFUSED", "ENOENT", "ECONNRESET", "EPIPE", "57P03"]);
const PATIENCE_MS = 10_000;
const PAUSE_MS = 150;

/** Whether connecting failed because the database is away, as it is for seconds when it restarts. */
export function isDatabaseAway(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" && NOT_THERE_YET.has(code);
}

type Done = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  release: (error?: Error | boolean) => void,
) => void;

/**
 * A pool that waits out a restarting database: connecting is tried again for up to ten seconds. Statements are
 * never repeated here, since one that was cut off may have been carried out.
 */
class PatientPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(done: Done): void;
  override connect(done?: Done): Promise<pg.PoolClient> | undefined {
    const client = this.#connectPatiently();
    if (!done) return client;
    client.then(
      (value) => done(undefined, value, (error) => value.release(error)),
      (error: Error) => done(error, undefined, () => {}),
    );
    return undefined;
  }

  async #connectPatiently(): Promise<pg.PoolClient> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        return await super.connect();
      } catch (error) {
        if (!isDatabaseAway(error) || Date.now() > deadline) throw error;
        await sleep(PAUSE_MS);
      }
    }
  }
}

/**
 * Opens a pool. An idle connection that dies is dropped silently: the next query opens another one.
 * @param url PostgreSQL address, also of the form `postgresql://user@localhost/name?host=/socket/folder`
 * @param max connections kept at most
 */
export function openPool(url: string, max: number): pg.Pool {
  const pool = new PatientPool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 30_000,
    idleTimeoutMillis: 30_000,
  });
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}
