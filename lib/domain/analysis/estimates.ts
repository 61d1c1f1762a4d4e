import type { BootstrapInterval } from "#lib/domain/statistics/bootstrap.ts";
import type { Measured, UndefinedReason } from "#lib/domain/statistics/measured.ts";
import type { Estimate } from "./findings/common.ts";

/** An estimate from a coefficient and its bootstrap interval; without resampling the interval is not there yet. */
export function bootstrapped(
  measured: Measured,
  bootstrap: BootstrapInterval | null,
  counts: { n: number; clusters: number },
): Estimate {
  return {
    value: measured.value,
    se: bootstrap?.se ?? null,
    df: null,
    interval: bootstrap?.interval ?? null,
    p: null,
    ...counts,
    reason: measured.reason ?? bootstrap?.reason ?? null,
    ...(bootstrap && bootstrap.undefinedCount > 0
      ? { dropped: { count: bootstrap.undefinedCount, of: bootstrap.resamples } }
      : {}),
  };
}

/** A measured value with an interval that was computed elsewhere, or none. */
export function withInterval(
  measured: Measured,
  interval: Estimate["interval"],
  counts: { n: number; clusters: number },
): Estimate {
  return { value: measured.value, se: null, df: null, interval, p: null, ...counts, reason: measured.reason };
}

/** An estimate that does not exist, with the reason. */
export function noEstimate(reason: UndefinedReason): Estimate {
  return { value: null, se: null, df: null, interval: null, p: null, n: 0, clusters: 0, reason };
}
