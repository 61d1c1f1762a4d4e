import { JOBS, type JobPayload } from "#lib/jobs/catalog.ts";

/** The kinds of job that work on one import. */
type ImportJob = "episodes.import" | "ratings.import";

/** An import that waits for so long has no job any more: a free worker takes one within seconds. */
const STALLED_SECONDS = 60;

/** What is asked of the queue and of the store of one kind of import. */
export type StalledImports<Job extends ImportJob> = {
  enqueue: (job: Job, payload: { importId: string }) => Promise<unknown>;
  listGivenUp: (job: Job) => Promise<JobPayload<Job>[]>;
  /** Imports that have waited since before this moment. */
  listWaiting: (before: Date) => Promise<string[]>;
  /** Ends an import as failed, with this sentence. */
  giveUp: (importId: string, sentence: string) => Promise<unknown>;
};

/**
 * Sees to imports whose job is gone. Those that wait without one get a new one; queueing is a no-op where there is one
 * still. It happens when an import is told to go on at the very moment in which its old job ends. Those whose job has
 * failed with its last attempt end as failed, with a sentence. Answers how many were queued.
 */
export async function requeueStalled<Job extends ImportJob>(
  job: Job,
  now: Date,
  { enqueue, listGivenUp, listWaiting, giveUp }: StalledImports<Job>,
): Promise<number> {
  let queued = 0;
  for (const importId of await listWaiting(new Date(now.getTime() - STALLED_SECONDS * 1000))) {
    if (await enqueue(job, { importId })) queued += 1;
  }
  const sentence = `The import was begun ${JOBS[job].retryLimit + 1} times and its worker or the database went away each time. What was written stays. Try again goes on after it.`;
  for (const { importId } of await listGivenUp(job)) await giveUp(importId, sentence);
  return queued;
}
