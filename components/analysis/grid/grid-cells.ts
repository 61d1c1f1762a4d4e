import type { LatticeCell, Scale } from "#components/charts/lattice-cells.ts";
import { formatLimits } from "#components/charts/number-text.ts";
import { plural } from "#components/ui/format.ts";
import type { AnalysisDimension } from "#lib/domain/analysis/columns.ts";
import { CORRELATION_WORDS, hasCeiling } from "#lib/domain/analysis/correlation-words.ts";
import type { GridBin, GridFacet } from "#lib/domain/analysis/findings/grid.ts";
import { HUMAN_STEP } from "#lib/domain/analysis/grid-fields.ts";
import { facetName } from "#lib/domain/analysis/tables/grid.ts";
import { FEWEST_PAIRS, TOO_FEW } from "#lib/domain/analysis/words.ts";
import type { CorrelationName } from "#lib/domain/statistics/pair-patterns.ts";
import { estimateText, numberText } from "../frame/figure-cells.ts";
import { fieldWords } from "./grid-ranges.ts";

/** Which bin of which grid was chosen; `policy` is null in the pooled grid; `words` name both sides. */
export type ChosenBin = { policy: string | null; judge: number; human: number; words: string };

/** Both sides of the grid of a dimension: the judge's scores across, people's means up. */
export function gridScales(dimension: AnalysisDimension, facet: GridFacet): { x: Scale; y: Scale } {
  const { min, max } = dimension;
  const step = facet.judgeHistogram.step;
  return {
    x: { min, step, count: Math.round((max - min) / step) + 1, label: "judge" },
    y: { min, step: HUMAN_STEP, count: Math.round((max - min) / HUMAN_STEP) + 1, label: "people, mean" },
  };
}

/** The key of a bin, unique in its grid and safe in a selector. */
export function binKey(bin: Pick<GridBin, "judge" | "human">): string {
  return `${bin.judge}:${bin.human}`.replaceAll(".", "_");
}

/** The bins of a facet as cells of a lattice, said in words. */
export function gridCells(facet: GridFacet, dimension: AnalysisDimension): LatticeCell[] {
  return facet.bins.map((bin) => ({
    key: binKey(bin),
    x: bin.judge,
    y: bin.human,
    count: bin.count,
    text: `${binWords(facet, bin, dimension)}: ${plural(bin.count, "cell")}`,
  }));
}

/** Both sides of a bin in words; ranges where scores were rounded into it. */
export function binWords(
  facet: GridFacet,
  bin: Pick<GridBin, "judge" | "human">,
  dimension: AnalysisDimension,
): string {
  const judge = fieldWords(bin.judge, facet.judgeHistogram.step, facet.isRounded.judge, dimension);
  return `Judge ${judge}, people ${fieldWords(bin.human, HUMAN_STEP, facet.isRounded.human, dimension)}`;
}

/** How well the judge goes with people in one facet, with the largest value that these people allow. */
export function orderWords(facet: GridFacet, correlation: CorrelationName): string {
  const estimate = facet.correlations[correlation];
  const { name } = CORRELATION_WORDS[correlation];
  const hasLimit = facet.ceiling !== null && hasCeiling(correlation);
  const ceiling = hasLimit ? `; a perfect judge could reach ${numberText(facet.ceiling)}` : "";
  return `${facetName(facet)}: ${name} ${estimateText(estimate)}, ${plural(facet.cells, "cell")}${thinWords(facet, ", ")}${ceiling}`;
}

/** The same in as few signs as fit under a facet's name: why something is missing, `orderWords` and the table say. */
export function orderLine(facet: GridFacet, correlation: CorrelationName): string {
  const { value, interval, reason } = facet.correlations[correlation];
  const limits = interval ? ` ${formatLimits(interval)}` : value !== null && reason ? ", no interval" : "";
  const thin = thinWords(facet, ": ");
  const ceiling = hasCeiling(correlation) && !thin ? ` · ceiling ${numberText(facet.ceiling)}` : "";
  return `${CORRELATION_WORDS[correlation].sign} ${numberText(value)}${limits}${ceiling} · n ${facet.cells}${thin}`;
}

/** Says so where a correlation rests on fewer than 5 pairs; all of them are defined in the same cases. */
function thinWords({ cells, correlations }: GridFacet, before: string): string {
  return correlations.spearman.value !== null && cells < FEWEST_PAIRS ? `${before}${TOO_FEW}` : "";
}
