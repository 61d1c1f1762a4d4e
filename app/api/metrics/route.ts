import { systemActor } from "#lib/domain/access/actor.ts";
import { readMetrics } from "#lib/operations/system/read-metrics.ts";
import { defineRoute } from "#lib/web/define-route.ts";
import { requireMetricsReader } from "#lib/web/metrics-access.ts";

/** The metrics for Prometheus: to this machine, or to whoever sends METRICS_TOKEN. */
export const GET = defineRoute({ auth: "none" }, async ({ request }) => {
  requireMetricsReader(request.headers);
  const text = await readMetrics(systemActor("metrics"), {});
  return new Response(text, { headers: { "content-type": "text/plain; version=0.0.4; charset=utf-8" } });
});
