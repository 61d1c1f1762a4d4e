import type { ChartCell } from "#components/charts/figure/chart-table.tsx";
import { formatLimits, formatP, formatSigned } from "#components/charts/number-text.ts";
import { formatInteger, formatNumber, formatPercent, NO_VALUE } from "#components/ui/format.ts";
import type { Estimate } from "#lib/domain/analysis/findings/common.ts";
import { type Measured, reasonSentences, type UndefinedReason } from "#lib/domain/statistics/measured.ts";

/** How a number is written: with a sign, and with how many decimals. */
export type NumberStyle = { isSigned?: boolean; decimals?: number };

/** A number as it is read, or a dash. */
export function numberText(value: number | null, { isSigned = false, decimals = 2 }: NumberStyle = {}): string {
  if (value === null) return NO_VALUE;
  return isSigned ? formatSigned(value, decimals) : formatNumber(value, decimals);
}

/** Why there is no number, in words for the place where it would stand. */
export function reasonText(reason: UndefinedReason | null): string {
  return reason ? `not defined: ${reasonSentences[reason]}` : "";
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

/** A cell with a number; `reason` stands beside the dash where there is none. */
export function numberCell(
  value: number | null,
  style: NumberStyle = {},
  reason: UndefinedReason | null = null,
): ChartCell {
  const text = numberText(value, style);
  return { text: value === null && reason ? `${text} ${reasonText(reason)}` : text, value };
}

/** A cell with a measured value. */
export function measuredCell(measured: Measured, style: NumberStyle = {}): ChartCell {
  return numberCell(measured.value, style, measured.reason);
}

/** Three cells: value, lower and upper end of its interval. */
export function estimateCells(estimate: Estimate, style: NumberStyle = {}): ChartCell[] {
  return [
    numberCell(estimate.value, style, estimate.reason),
    numberCell(estimate.interval?.[0] ?? null, { ...style, isSigned: false }),
    numberCell(estimate.interval?.[1] ?? null, { ...style, isSigned: false }),
  ];
}

/** A cell with a count. */
export function countCell(count: number | null): ChartCell {
  return { text: count === null ? NO_VALUE : formatInteger(count), value: count };
}

/** A cell with words. */
export function wordCell(text: string): ChartCell {
  return { text, value: text };
}

/** A cell with a p value; below a thousandth it is written so. */
export function pCell(p: number | null): ChartCell {
  return { text: p === null ? NO_VALUE : formatP(p), value: p };
}

/** A cell with a share of 0..1, written in per cent. */
export function shareCell(share: number | null): ChartCell {
  return { text: share === null ? NO_VALUE : formatPercent(share), value: share };
}
