import { z } from "zod";
import { CONFLICT_CHOICES, CONFLICT_KINDS } from "#lib/domain/episodes/import-conflicts.ts";

/** What the queue knows of one kind of job. Times are in seconds. */
export type JobDefinition<Schema extends z.ZodType = z.ZodType> = {
  payload: Schema;
  /** Two jobs of one key never wait or run at once: the second is not queued. */
  key: (payload: z.output<Schema>) => string;
  /** Further attempts after the first one failed or its worker died. */
  retryLimit: number;
  /** A job whose worker has not been heard of for so long is given to another. At least 10. */
  heartbeatSeconds: number;
  /** Longest that one attempt may take. */
  expireInSeconds: number;
  /** Jobs of a kind with a lower number are taken first. */
  order: number;
  /** Most of its kind that one worker runs at once; as many as it has places where not set. */
  atOnce?: number;
  /** Where set, the worker queues it by itself this often. */
  everySeconds?: number;
};

function defineJob<Schema extends z.ZodType>(definition: JobDefinition<Schema>): JobDefinition<Schema> {
  return definition;
}

const HOUR = 3_600;
const nothing = z.object({}).strict();

/** Every kind of job. The worker has one handler for each; a payload that does not parse is refused when it is queued. */
export const JOBS = {
  "maintenance.expire-leases": defineJob({
    payload: nothing,
    key: () => "all",
    retryLimit: 0,
    heartbeatSeconds: 10,
    expireInSeconds: 120,
    order: 0,
    everySeconds: 15,
  }),
  "episodes.import": defineJob({
    payload: z.object({ importId: z.string().min(1) }),
    key: ({ importId }) => importId,
    retryLimit: 8,
    heartbeatSeconds: 15,
    expireInSeconds: 12 * HOUR,
    order: 1,
    // In the order of their arrival: of two versions of one record that of the file which came first is the older one.
    atOnce: 1,
  }),
  "episodes.decide-conflicts": defineJob({
    payload: z.object({
      importId: z.string().min(1),
      keep: z.enum(CONFLICT_CHOICES),
      kind: z.enum(CONFLICT_KINDS),
      after: z.string(),
    }),
    key: ({ importId }) => importId,
    retryLimit: 8,
    heartbeatSeconds: 15,
    expireInSeconds: HOUR,
    order: 1,
  }),
  "ratings.import": defineJob({
    payload: z.object({ importId: z.string().min(1) }),
    key: ({ importId }) => importId,
    retryLimit: 8,
    heartbeatSeconds: 15,
    expireInSeconds: 12 * HOUR,
    order: 1,
  }),
  "maintenance.requeue-imports": defineJob({
    payload: nothing,
    key: () => "all",
    retryLimit: 0,
    heartbeatSeconds: 10,
    expireInSeconds: 60,
    order: 0,
    everySeconds: 60,
  }),
  "maintenance.read-transcripts": defineJob({
    payload: nothing,
    key: () => "all",
    retryLimit: 0,
    heartbeatSeconds: 15,
    expireInSeconds: HOUR,
    order: 2,
    everySeconds: 60,
  }),
  "maintenance.end-abandoned-visits": defineJob({
    payload: nothing,
    key: () => "all",
    retryLimit: 0,
    heartbeatSeconds: 15,
    expireInSeconds: 300,
    order: 2,
    everySeconds: 300,
  }),
  "maintenance.purge": defineJob({
    payload: nothing,
    key: () => "all",
    retryLimit: 1,
    heartbeatSeconds: 15,
    expireInSeconds: HOUR,
    order: 2,
    everySeconds: HOUR,
  }),
} as const;

/** The name of one kind of job. */
export type JobName = keyof typeof JOBS;

/** What a job of this kind carries. */
export type JobPayload<Name extends JobName> = z.output<(typeof JOBS)[Name]["payload"]>;

/** All names, those that are taken first in front. */
export const JOB_NAMES = (Object.keys(JOBS) as JobName[]).sort((a, b) => JOBS[a].order - JOBS[b].order);
