import type { ChartTableData } from "#components/charts/figure/chart-table.tsx";
import type { LatticeCell, Scale } from "#components/charts/lattice-cells.ts";
import { plural } from "#components/ui/format.ts";
import type { AnalysisDimension } from "#lib/domain/analysis/columns.ts";
import type { DimensionGrid, GridBin, GridFacet } from "#lib/domain/analysis/findings/grid.ts";
import { binRanges, HUMAN_STEP } from "#lib/domain/analysis/grid-fields.ts";
import { TOO_FEW } from "../frame/common-cells.ts";
import { estimateText, numberCell, numberText } from "../frame/figure-cells.ts";
import { cellColumn, countColumn, numberColumn, type TwinColumns, twinTable, wordColumn } from "../frame/twin-table.ts";
import { fieldWords } from "./grid-ranges.ts";

/** Below this many pairs a correlation is too few to interpret. */
const FEWEST_PAIRS = 5;

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

/** The name of a facet. */
export function facetName(facet: GridFacet): string {
  return facet.policy?.label ?? "All policies pooled";
}

/** How well the judge orders the cells of one facet, with the largest value that these people allow. */
export function orderWords(facet: GridFacet): string {
  const ceiling = facet.ceiling === null ? "" : `; a perfect judge could reach ${numberText(facet.ceiling)}`;
  return `${facetName(facet)}: Spearman ${estimateText(facet.spearman)}, ${plural(facet.cells, "cell")}${thinWords(facet, ", ")}${ceiling}`;
}

/** The same in few signs, for the line under a facet's name. */
export function orderLine(facet: GridFacet): string {
  const ceiling = ` · ceiling ${numberText(facet.ceiling)}`;
  const spearman = facet.spearman.value === null ? "–" : estimateText(facet.spearman);
  return `ρ ${spearman}${ceiling} · n ${facet.cells}${thinWords(facet, ": ")}`;
}

/** Says so where a correlation rests on fewer than 5 pairs. */
function thinWords({ cells, spearman }: GridFacet, before: string): string {
  return spearman.value !== null && cells < FEWEST_PAIRS ? `${before}${TOO_FEW}` : "";
}

/** All bins of all facets, one row each. */
export function gridTable(grid: DimensionGrid): ChartTableData {
  const isRounded = grid.facets.some((facet) => facet.isRounded.judge || facet.isRounded.human);
  const bins = grid.facets.flatMap((facet) =>
    facet.bins.map((bin) => ({ facet, bin, ranges: binRanges(facet, bin, grid.dimension) })),
  );
  return twinTable(bins, ({ facet, bin }) => `${facetName(facet)} ${binKey(bin)}`, [
    wordColumn("policy", "Policy", ({ facet }) => facetName(facet)),
    cellColumn("judge", "Judge", ({ bin }) => exactCell(bin.judge)),
    ...(isRounded ? rangeColumns("judge", ({ ranges }: BinRow) => ranges.judge) : []),
    numberColumn("human_mean", "People, mean", ({ bin }) => bin.human, { decimals: 1 }),
    ...(isRounded ? rangeColumns("human_mean", ({ ranges }: BinRow) => ranges.human) : []),
    countColumn("cells", "Cells", ({ bin }) => bin.count),
  ]);
}

type BinRow = { facet: GridFacet; bin: GridBin; ranges: ReturnType<typeof binRanges> };

/** The scores that were rounded into a bin, from the lowest to the highest. */
function rangeColumns(name: string, of: (row: BinRow) => readonly [number, number]): TwinColumns<BinRow>[] {
  return [
    cellColumn(`${name}_from`, "from", (row) => exactCell(of(row)[0])),
    cellColumn(`${name}_to`, "to", (row) => exactCell(of(row)[1])),
  ];
}

function exactCell(value: number) {
  return numberCell(value, { decimals: decimalsOf(value) });
}

/** As many decimals as a number of a lattice needs, three at most. */
function decimalsOf(value: number): number {
  return [0, 1, 2].find((decimals) => Math.abs(value - Number(value.toFixed(decimals))) < 1e-9) ?? 3;
}
