import { formatLimits, formatSigned } from "#components/charts/number-text.ts";
import { formatNumber, NO_VALUE } from "#components/ui/format.ts";
import type { Estimate } from "#lib/domain/analysis/findings/common.ts";
import { reasonWords } from "#lib/domain/analysis/tables/table-columns.ts";
import type { UndefinedReason } from "#lib/domain/statistics/measured.ts";

/** How a number is written: with a sign, and with how many decimals. */
export type NumberStyle = { isSigned?: boolean; decimals?: number };

/** A number as it is read, or a dash. */
export function numberText(value: number | null, { isSigned = false, decimals = 2 }: NumberStyle = {}): string {
  if (value === null) return NO_VALUE;
  return isSigned ? formatSigned(value, decimals) : formatNumber(value, decimals);
}

/** Why there is no number, in words for the place where it would stand. */
export function reasonText(reason: UndefinedReason | null): string {
  return reasonWords(reason);
}

/** The interval of an estimate; in its place, where it has a value, what is missing for one. */
export function limitsText({ value, interval, reason }: Estimate): string {
  if (interval || value === null) return formatLimits(interval);
  if (reason === "zero_variance") return "all the same";
  return reason === "single_cluster" ? "one cluster" : formatLimits(null);
}

/** The value with its interval, "+1.42 [0.80, 2.04]"; a dash with the reason where there is none. */
export function estimateText(estimate: Estimate, style: NumberStyle = {}): string {
  if (estimate.value === null) return [NO_VALUE, reasonText(estimate.reason)].filter(Boolean).join(" ");
  const value = numberText(estimate.value, style);
  if (estimate.interval) return `${value} ${formatLimits(estimate.interval, style.decimals ?? 2)}`;
  return estimate.reason ? `${value}, interval ${reasonText(estimate.reason)}` : value;
}
