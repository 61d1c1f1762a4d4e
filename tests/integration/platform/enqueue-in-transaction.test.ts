import { expect, it } from "vitest";
import { closeQueue, enqueue } from "#lib/jobs/queue.ts";
import { withTestDatabase } from "#tests/support/database.ts";

const database = withTestDatabase();

async function queued(importId: string): Promise<number> {
  const rows = await database.db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pgboss.job WHERE name = 'episodes.import' AND data->>'importId' = ${importId}`;
  return rows[0]?.count ?? 0;
}

it("queues within a transaction though the process has not met its queue before", async () => {
  await closeQueue();
  const start = performance.now();
  await database.db.$transaction(async (tx) => {
    await tx.auditEntry.findFirst();
    await enqueue("episodes.import", { importId: "within-1" }, { transaction: tx });
  });
  // Asking over another connection would wait until the transaction is given up, after 30 s.
  expect(performance.now() - start).toBeLessThan(10_000);
  expect(await queued("within-1")).toBe(1);
});

it("queues nothing when the transaction is rolled back", async () => {
  const attempt = database.db.$transaction(async (tx) => {
    await enqueue("episodes.import", { importId: "within-2" }, { transaction: tx });
    throw new Error("rolled back");
  });
  await expect(attempt).rejects.toThrow("rolled back");
  expect(await queued("within-2")).toBe(0);
});
