/**
 * A worker process for tests of what happens when it dies: it takes import jobs, notes each attempt in the table
 * `job_attempts`, and then either hangs for ever (HANG=1) or finishes.
 */
import { Dispatcher } from "#lib/jobs/dispatcher.ts";
import { getQueue } from "#lib/jobs/queue.ts";
import { createLogger } from "#lib/log.ts";
import { tellParent } from "#lib/parent-process.ts";
import { getPool } from "#lib/store/connection.ts";

async function note(jobId: string, attempt: number, step: string): Promise<void> {
  await getPool().query(`INSERT INTO job_attempts (job_id, attempt, step) VALUES ($1, $2, $3)`, [jobId, attempt, step]);
}

const handlers = {
  "episodes.import": async (_payload: object, { jobId, attempt }: { jobId: string; attempt: number }) => {
    await note(jobId, attempt, "begun");
    tellParent({ begun: jobId });
    if (process.env.HANG === "1") await new Promise(() => {});
    await note(jobId, attempt, "finished");
  },
};

process.on("disconnect", () => process.exit(0));
new Dispatcher(await getQueue(true), handlers, 1, createLogger("test", "silent")).start();
