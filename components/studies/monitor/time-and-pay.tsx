import type { ReactNode } from "react";
import { FactList } from "#components/ui/fact-list.tsx";
import { formatDuration, formatInteger, NO_VALUE, plural } from "#components/ui/format.ts";
import { formatMoney, payFloorWarning } from "#lib/domain/studies/pay.ts";
import type { StudyProgress } from "#lib/domain/studies/progress.ts";
import { MonitorPart } from "./monitor-part.tsx";

/** Working time per item and what it comes to in pay, each with the number it rests on. */
export function TimeAndPay({
  progress,
  reward,
}: {
  progress: StudyProgress;
  reward: { minor: number; currency: string } | null;
}) {
  const { timing, pay, timeouts } = progress;
  const visitMs = pay.medianMinutes === null ? null : pay.medianMinutes * 60_000;
  const warning = reward ? payFloorWarning(pay.hourlyMinor, reward.currency) : null;
  const hourly =
    reward && pay.hourlyMinor !== null
      ? restingOn(formatMoney(pay.hourlyMinor, reward.currency), plural(pay.n, "visit"))
      : NO_VALUE;
  return (
    <MonitorPart title="Time and pay">
      <FactList
        facts={[
          { label: "Active time per item, median", value: withCount(timing.medianMs, timing.n, "item") },
          { label: "90th percentile", value: withCount(timing.p90Ms, timing.n, "item") },
          { label: "Visit from entry to end, median", value: withCount(visitMs, pay.n, "visit") },
          { label: "Leases that ran out", value: formatInteger(timeouts) },
          ...(reward ? [{ label: "Reward for a visit", value: formatMoney(reward.minor, reward.currency) }] : []),
          ...(reward ? [{ label: "Effective hourly pay, median", value: hourly }] : []),
        ]}
      />
      {warning ? <p className="mt-3 text-sm font-medium text-warn">{warning}</p> : null}
    </MonitorPart>
  );
}

function withCount(ms: number | null, n: number, noun: string): ReactNode {
  return ms === null ? NO_VALUE : restingOn(formatDuration(ms), plural(n, noun));
}

function restingOn(value: string, count: string): ReactNode {
  return (
    <>
      {value} <span className="whitespace-nowrap text-ink-2">({count})</span>
    </>
  );
}
