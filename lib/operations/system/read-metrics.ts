import { z } from "zod";
import { countJobs } from "#lib/jobs/queue.ts";
import { renderMetrics } from "#lib/metrics.ts";
import { countOpenWork } from "#lib/store/health.ts";
import { defineOperation } from "../define-operation.ts";

/** The metrics of this process and of the work in the database, in the text form that Prometheus reads. */
export const readMetrics = defineOperation({
  name: "system/read-metrics",
  permission: "system.operate",
  input: z.object({}),
  deps: { countJobs, countOpenWork },
  run: async (_actor, _input, deps) => {
    // A database that is away must not hide the metrics of the process that misses it.
    const [jobs, work] = await Promise.all([
      deps.countJobs().catch(() => null),
      deps.countOpenWork().catch(() => null),
    ]);
    return renderMetrics({ jobs, work });
  },
});
