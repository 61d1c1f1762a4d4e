import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** What the database says at the moment of asking; null where it did not answer. */
export type MeasuredWork = {
  jobs: { name: string; state: string; count: number }[] | null;
  work: { runningLeases: number; runningStudies: number; episodes: number } | null;
};

type Metrics = ReturnType<typeof createMetrics>;

function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    databaseUp: new Gauge({ name: "studio_database_up", help: "1 when the database answered just now.", registers }),
    jobs: new Gauge({ name: "studio_jobs", help: "Jobs by kind and state.", labelNames: ["name", "state"], registers }),
    leases: new Gauge({ name: "studio_leases_running", help: "Assignments that annotators hold now.", registers }),
    studies: new Gauge({ name: "studio_studies_running", help: "Studies that are running.", registers }),
    episodes: new Gauge({ name: "studio_episodes", help: "Episodes, as the database estimates them.", registers }),
    operations: new Histogram({
      name: "studio_operation_seconds",
      help: "Time that operations took, by name and result.",
      labelNames: ["operation", "result"],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 5, 10],
      registers,
    }),
  };
}

/** Kept on the global object: the pages and the routes of one process are separate copies of this module. */
const holder = globalThis as typeof globalThis & { studioMetrics?: Metrics };

function metrics(): Metrics {
  holder.studioMetrics ??= createMetrics();
  return holder.studioMetrics;
}

/** Records how long an operation took, in seconds, and how it ended: `ok`, an error code, or `DEFECT`. */
export function observeOperation(operation: string, result: string, seconds: number): void {
  metrics().operations.observe({ operation, result }, seconds);
}

/** All metrics in Prometheus's text form. */
export async function renderMetrics({ jobs, work }: MeasuredWork): Promise<string> {
  const all = metrics();
  all.databaseUp.set(work === null ? 0 : 1);
  all.jobs.reset();
  for (const { name, state, count } of jobs ?? []) all.jobs.set({ name, state }, count);
  if (work) {
    all.leases.set(work.runningLeases);
    all.studies.set(work.runningStudies);
    all.episodes.set(work.episodes);
  }
  return all.registry.metrics();
}
