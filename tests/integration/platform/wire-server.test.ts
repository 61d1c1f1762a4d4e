import pg from "pg";
import { describe, expect, it } from "vitest";
import { testDatabaseUrl } from "#tests/support/database.ts";

const CLIENTS = 6;
const ROUNDS = 40;

async function withClients(work: (clients: pg.Client[]) => Promise<void>): Promise<void> {
  const clients = Array.from({ length: CLIENTS }, () => new pg.Client({ connectionString: testDatabaseUrl() }));
  await Promise.all(clients.map((client) => client.connect()));
  try {
    await work(clients);
  } finally {
    await Promise.all(clients.map((client) => client.end().catch(() => {})));
  }
}

describe("clients that work at the same time", () => {
  it("each get the answer to their own statement, beside transactions and failing statements", async () => {
    await withClients(async (clients) => {
      const results = await Promise.all(
        clients.map(async (client, number) => {
          let right = 0;
          for (let round = 0; round < ROUNDS; round += 1) {
            const sent = `${number}-${round}-${"x".repeat(round % 7 === 0 ? 200_000 : 3)}`;
            const column = `c${number % 3}`;
            if (number % 3 === 0) {
              await client.query("BEGIN");
              await client.query("SELECT 1");
              await client.query(round % 2 === 0 ? "COMMIT" : "ROLLBACK");
            }
            if (number % 3 === 1) await expect(client.query("SELECT no_such_function($1)", [1])).rejects.toThrow();
            const answer = await client.query(`SELECT $1::text AS ${column}`, [sent]);
            if (answer.rows[0]?.[column] === sent) right += 1;
          }
          return right;
        }),
      );
      expect(results).toEqual(clients.map(() => ROUNDS));
    });
  });

  it("wait while one of them has a transaction open, and go on when it breaks off", async () => {
    await withClients(async ([first, second, third]) => {
      if (!first || !second || !third) throw new Error("too few clients");
      const name = `wire_${process.pid}_${Date.now()}`;
      await first.query(`CREATE TABLE ${name} (value int)`);
      await first.query("BEGIN");
      await first.query(`INSERT INTO ${name} VALUES ($1)`, [1]);
      const other = second.query<{ count: string }>(`SELECT count(*) FROM ${name}`);
      first.on("error", () => {});
      // Breaking the connection off, as a killed process does.
      (first as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
      expect((await other).rows[0]?.count).toBe("0");
      expect((await third.query("SELECT txid_current_if_assigned() IS NULL AS free")).rows[0]?.free).toBe(true);
      await third.query(`DROP TABLE ${name}`);
    });
  });
});
