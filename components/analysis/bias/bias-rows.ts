import type { DotGroup, DotMark, DotRow } from "#components/charts/dot-plot-types.ts";
import { policyHue } from "#components/charts/hues.ts";
import { formatP } from "#components/charts/number-text.ts";
import { formatInteger, NO_VALUE } from "#components/ui/format.ts";
import type { BiasDifference, DimensionBias, PolicyBias } from "#lib/domain/analysis/findings/bias.ts";
import type { Estimate } from "#lib/domain/analysis/findings/common.ts";
import { estimateText, limitsText, numberText, reasonText } from "../frame/figure-cells.ts";
import { sideWords } from "../frame/view-words.ts";

const SIGNED = { isSigned: true };

/** Heads of the columns beside the plot, with their widths in pixels; an exploratory slice has no tests. */
export function biasHeads(isExploratory: boolean) {
  return isExploratory ? HEADS.slice(0, -1) : HEADS;
}

const HEADS = [
  { text: "judge − people", width: 104 },
  { text: "interval", width: 108 },
  { text: "cells / clusters", width: 120 },
  { text: "people", width: 62 },
  { text: "judge", width: 58 },
  { text: "p, Holm", width: 70 },
];

/** The forest of one dimension: policies, and below them how much more each gets than the base. */
export function biasGroups(bias: DimensionBias, isExploratory = false): DotGroup[] {
  const columns = biasHeads(isExploratory).length;
  const cut = (row: DotRow): DotRow => ({ ...row, columns: row.columns.slice(0, columns) });
  const rows = withShares(bias.policies, ({ bias: { n } }) => n, policyRow).map(cut);
  const groups: DotGroup[] = [{ key: "policies", heading: null, rows, sides: sideWords(bias.dimension) }];
  const base = bias.differences[0]?.base.label;
  if (base)
    groups.push({
      key: "differences",
      heading: `Difference to ${base} (judge − people, in points)`,
      rows: withShares(bias.differences, ({ difference: { n } }) => n, differenceRow).map(cut),
      sides: [`less than for ${base}`, `more than for ${base}`],
    });
  return groups;
}

/** Draws each row with its count as a share of the largest one. */
function withShares<Row>(
  rows: readonly Row[],
  countOf: (row: Row) => number,
  draw: (row: Row, share: number) => DotRow,
) {
  const largest = Math.max(1, ...rows.map(countOf));
  return rows.map((row) => draw(row, countOf(row) / largest));
}

/** All values that the axis must reach; an interval of an adjusted twin may run off it. */
export function biasValues(bias: DimensionBias): number[] {
  return [
    ...bias.policies.flatMap((row) => reachOf(row.bias)),
    ...bias.differences.flatMap((row) => [...reachOf(row.difference), row.adjustedForNoise.value ?? 0]),
  ];
}

function reachOf(estimate: Estimate): number[] {
  return [...(estimate.value === null ? [] : [estimate.value]), ...(estimate.interval ?? [])];
}

function policyRow(row: PolicyBias, share: number): DotRow {
  const { label, colour } = row.policy;
  return {
    key: label,
    label,
    marks: markOf(row.bias, { hue: policyHue(colour), shape: "circle", share }, label),
    absence: row.absence === null ? reasonText(row.bias.reason) : `not defined: ${row.absence}`,
    columns: [
      numberText(row.bias.value, SIGNED),
      limitsText(row.bias),
      sizeText(row.bias),
      numberText(row.humanMean),
      numberText(row.judgeMean),
      row.pAdjusted === null ? NO_VALUE : formatP(row.pAdjusted),
    ],
  };
}

function differenceRow(row: BiasDifference, share: number): DotRow {
  const { label, colour } = row.policy;
  const hue = policyHue(colour);
  const twin = markOf(
    row.adjustedForNoise,
    { hue, shape: "circle", share },
    `${label}, adjusted for the judge’s slope`,
  );
  return {
    key: `${label} − ${row.base.label}`,
    label,
    marks: [
      ...markOf(row.difference, { hue, shape: "circle", share }, `${label} − ${row.base.label}`),
      ...twin.map((mark) => ({ ...mark, isHollow: true, isTwin: true })),
    ],
    absence: row.absence === null ? reasonText(row.difference.reason) : `not defined: ${row.absence}`,
    columns: [
      numberText(row.difference.value, SIGNED),
      limitsText(row.difference),
      sizeText(row.difference),
      "",
      "",
      row.pAdjusted === null ? NO_VALUE : formatP(row.pAdjusted),
    ],
  };
}

function markOf(estimate: Estimate, look: Pick<DotMark, "hue" | "shape" | "share">, name: string): DotMark[] {
  if (estimate.value === null) return [];
  return [
    { ...look, value: estimate.value, interval: estimate.interval, text: `${name}: ${estimateText(estimate, SIGNED)}` },
  ];
}

function sizeText(estimate: Estimate): string {
  return `${formatInteger(estimate.n)} / ${formatInteger(estimate.clusters)}`;
}
