import type { PlotScales } from "./plot-scales.ts";

/** The values of one side of a grid: `count` of them, from `min`, `step` apart. */
export type Scale = { min: number; step: number; count: number; label: string };

/** One pair of values with how often it occurs; `text` says the same in words. */
export type LatticeCell = { key: string; x: number; y: number; count: number; text: string };

/** Cells that hold something, from the top left, row by row, as one reads. */
export function placedCells(cells: readonly LatticeCell[]): LatticeCell[] {
  return cells.filter((cell) => cell.count > 0).sort((a, b) => b.y - a.y || a.x - b.x);
}

/** The strength of a cell's colour in 0..1: visible from one on, full at `full`, growing with the square root. */
export function cellOpacity(count: number, full: number): number {
  return count <= 0 ? 0 : 0.14 + 0.86 * Math.sqrt(Math.min(1, count / Math.max(1, full)));
}

/** The size of a field in pixels. */
export function fieldSize(x: Scale, y: Scale, scales: Pick<PlotScales, "x" | "y">): { width: number; height: number } {
  return {
    width: Math.abs(scales.x(x.min + x.step) - scales.x(x.min)),
    height: Math.abs(scales.y(y.min + y.step) - scales.y(y.min)),
  };
}

/** How often each value of one side occurs. */
export function marginals(cells: readonly LatticeCell[], side: "x" | "y"): Map<number, number> {
  const counts = new Map<number, number>();
  for (const cell of cells) if (cell.count > 0) counts.set(cell[side], (counts.get(cell[side]) ?? 0) + cell.count);
  return counts;
}

const WAYS: Record<string, { along: "x" | "y"; sign: 1 | -1 }> = {
  ArrowRight: { along: "x", sign: 1 },
  ArrowLeft: { along: "x", sign: -1 },
  ArrowUp: { along: "y", sign: 1 },
  ArrowDown: { along: "y", sign: -1 },
};

/** Where a key leads from a cell: the nearest one on that side, straight ones before slanted ones; undefined for none. */
export function nextCell(cells: readonly LatticeCell[], from: LatticeCell, key: string): LatticeCell | undefined {
  if (key === "Home") return cells[0];
  if (key === "End") return cells.at(-1);
  const way = WAYS[key];
  if (!way) return undefined;
  const across = way.along === "x" ? "y" : "x";
  const distance = (cell: LatticeCell) =>
    way.sign * (cell[way.along] - from[way.along]) + 3 * Math.abs(cell[across] - from[across]);
  return cells
    .filter((cell) => way.sign * (cell[way.along] - from[way.along]) > 0)
    .reduce<LatticeCell | undefined>(
      (best, cell) => (best && distance(best) <= distance(cell) ? best : cell),
      undefined,
    );
}
