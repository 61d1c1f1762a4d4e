import type { RatingColumns } from "./columns.ts";
import type { Selection } from "./selection.ts";

/**
 * The cells of one dimension: one entry per unit that counts and has a rating. `human` and `judge` are the means of all
 * ratings of people and of all draws of the judge (statistics.md 0.2); NaN where there are none.
 */
export type DimensionCells = {
  unit: Int32Array;
  /** Index into the policies of the comparison. */
  group: Int16Array;
  human: Float64Array;
  judge: Float64Array;
  humanCount: Int32Array;
  judgeCount: Int32Array;
};

/** Sums over (dimension, unit), dense: place `dimension · units + unit`. */
type Sums = { sum: Float64Array; count: Int32Array };

/** Aggregates ratings to cells, for each dimension of the columns in turn. O(ratings + dimensions · units). */
export function buildCells(columns: RatingColumns, selection: Selection): DimensionCells[] {
  const places = columns.dimensions.length * columns.units.count;
  const newSums = (): Sums => ({ sum: new Float64Array(places), count: new Int32Array(places) });
  const sums = { human: newSums(), judge: newSums() };
  const isJudge = columns.raters.map((rater) => rater.kind === "judge");
  for (let rating = 0; rating < columns.score.length; rating += 1) {
    if (selection.counts[rating] === 0) continue;
    const side = isJudge[columns.rater[rating]!] ? sums.judge : sums.human;
    const place = columns.dimension[rating]! * columns.units.count + columns.unit[rating]!;
    side.sum[place]! += columns.score[rating]!;
    side.count[place]! += 1;
  }
  return columns.dimensions.map((_, dimension) =>
    cellsOf(sums, selection.groups.of, dimension * columns.units.count, columns.units.count),
  );
}

function cellsOf(
  { human, judge }: { human: Sums; judge: Sums },
  groups: Int16Array,
  from: number,
  units: number,
): DimensionCells {
  let count = 0;
  for (let unit = 0; unit < units; unit += 1) if (human.count[from + unit]! + judge.count[from + unit]! > 0) count += 1;
  const cells = newCells(count);
  let cell = 0;
  for (let unit = 0; unit < units; unit += 1) {
    const place = from + unit;
    const [humans, draws] = [human.count[place]!, judge.count[place]!];
    if (humans + draws === 0) continue;
    cells.unit[cell] = unit;
    cells.group[cell] = groups[unit]!;
    cells.human[cell] = humans > 0 ? human.sum[place]! / humans : Number.NaN;
    cells.judge[cell] = draws > 0 ? judge.sum[place]! / draws : Number.NaN;
    cells.humanCount[cell] = humans;
    cells.judgeCount[cell] = draws;
    cell += 1;
  }
  return cells;
}

function newCells(count: number): DimensionCells {
  return {
    unit: new Int32Array(count),
    group: new Int16Array(count),
    human: new Float64Array(count),
    judge: new Float64Array(count),
    humanCount: new Int32Array(count),
    judgeCount: new Int32Array(count),
  };
}

/** Which side of a cell must be there. */
export type Side = "both" | "judge-only" | "human" | "judge";

/** The cells of one policy (or of all, with −1) that have the sides asked for, in their order. */
export function pickCells(cells: DimensionCells, group: number, side: Side): DimensionCells {
  return keepCells(cells, (cell) => (group < 0 || cells.group[cell] === group) && hasSide(cells, cell, side));
}

/** The cells for which `keep` says so, in their order. */
export function keepCells(cells: DimensionCells, keep: (cell: number) => boolean): DimensionCells {
  const chosen = new Int32Array(cells.unit.length);
  let count = 0;
  for (let cell = 0; cell < cells.unit.length; cell += 1) {
    if (!keep(cell)) continue;
    chosen[count] = cell;
    count += 1;
  }
  const picked = newCells(count);
  for (let place = 0; place < count; place += 1) {
    const cell = chosen[place]!;
    picked.unit[place] = cells.unit[cell]!;
    picked.group[place] = cells.group[cell]!;
    picked.human[place] = cells.human[cell]!;
    picked.judge[place] = cells.judge[cell]!;
    picked.humanCount[place] = cells.humanCount[cell]!;
    picked.judgeCount[place] = cells.judgeCount[cell]!;
  }
  return picked;
}

function hasSide({ humanCount, judgeCount }: DimensionCells, cell: number, side: Side): boolean {
  const [human, judge] = [humanCount[cell]! > 0, judgeCount[cell]! > 0];
  if (side === "both") return human && judge;
  if (side === "judge-only") return judge && !human;
  return side === "human" ? human : judge;
}
