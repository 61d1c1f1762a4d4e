import { choleskyFactor, inverseOfFactor, type SquareMatrix, timesVector, zeroMatrix } from "./positive-definite.ts";
import { type RaterRows, rowsByItem } from "./rater-rows.ts";

/**
 * The mixed-model equations of value = fixed effect + item + rater + residual, prepared so that trying other variances
 * costs nothing per rating. Columns are the raters, then the fixed effects (one mean per group of ratings), then the
 * ratings themselves. Items are eliminated: one with m ratings takes γ / (1 + γ m) times the outer product of its column
 * sums away, γ being the ratio of item to residual variance, so items with equally many ratings are added up once.
 */
export type SeverityEquations = {
  raterCount: number;
  fixedCount: number;
  ratingCount: number;
  /** Crossproducts of all columns. */
  whole: SquareMatrix;
  /** Per number of ratings m: how many items have it, and the sum of the outer products of their column sums. */
  bySize: ReadonlyMap<number, { items: number; products: SquareMatrix }>;
};

/** Standard deviations of items and raters as multiples of the residual's; the sign does not matter. */
export type VarianceRatios = { item: number; rater: number };

/** Prepares the equations. `group[r]` is the fixed effect (0 … `fixedCount` − 1, each used) that rating r belongs to. */
export function severityEquations(rows: RaterRows, group: ArrayLike<number>, fixedCount: number): SeverityEquations {
  const { raterCount, itemCount, values } = rows;
  const last = raterCount + fixedCount;
  const whole = zeroMatrix(last + 1);
  const bySize = new Map<number, { items: number; products: SquareMatrix }>();
  const { starts, rows: grouped } = rowsByItem(rows);
  for (let item = 0; item < itemCount; item += 1) {
    const sums = new Map<number, number>();
    const ofItem = grouped.subarray(starts[item], starts[item + 1]);
    for (const row of ofItem) {
      const fixed = raterCount + (group[row] as number);
      const columns: Columns = [
        [rows.raters[row] as number, 1],
        [fixed, 1],
        [last, values[row] as number],
      ];
      for (const [column, value] of columns) sums.set(column, (sums.get(column) ?? 0) + value);
      addProducts(whole, columns);
    }
    const same = bySize.get(ofItem.length) ?? { items: 0, products: zeroMatrix(last + 1) };
    same.items += 1;
    addProducts(same.products, [...sums]);
    bySize.set(ofItem.length, same);
  }
  return { raterCount, fixedCount, ratingCount: values.length, whole, bySize };
}

/** The columns of one rating, or of one item summed up, that are not 0: their places and values. */
type Columns = readonly (readonly [column: number, value: number])[];

function addProducts({ size, values }: SquareMatrix, columns: Columns): void {
  for (const [i, a] of columns) for (const [j, b] of columns) values[i * size + j]! += a * b;
}

/**
 * The bordered matrix of the equations for given ratios. Its Cholesky factor holds everything: the raters' diagonal gives
 * log |V| beside the items, the fixed effects' diagonal log |X' V⁻¹ X|, and the last entry the root of y' P y.
 */
function borderedMatrix({ whole, bySize, raterCount }: SeverityEquations, ratios: VarianceRatios): SquareMatrix {
  const { size } = whole;
  const values = whole.values.slice();
  for (const [m, { products }] of bySize) {
    const taken = ratios.item ** 2 / (1 + ratios.item ** 2 * m);
    for (let place = 0; place < values.length; place += 1) values[place]! -= products.values[place]! * taken;
  }
  for (let rater = 0; rater < raterCount; rater += 1) {
    for (let other = 0; other < size; other += 1) values[rater * size + other]! *= ratios.rater;
    for (let other = 0; other < size; other += 1) values[other * size + rater]! *= ratios.rater;
    values[rater * size + rater]! += 1;
  }
  return { size, values };
}

/** The profiled REML deviance (−2 log likelihood), and the residual variance that belongs to the ratios. */
export function remlDeviance(equations: SeverityEquations, ratios: VarianceRatios) {
  const { raterCount, fixedCount, ratingCount, whole } = equations;
  const factor = choleskyFactor(borderedMatrix(equations, ratios));
  const diagonal = (matrix: SquareMatrix, place: number) => matrix.values[place * (matrix.size + 1)]!;
  let logs = 0;
  for (const [m, { items }] of equations.bySize) logs += items * Math.log(1 + ratios.item ** 2 * m);
  for (let place = 0; place < raterCount + fixedCount; place += 1) logs += 2 * Math.log(diagonal(factor, place));
  const last = raterCount + fixedCount;
  const freedom = ratingCount - fixedCount;
  const squares = Math.max(diagonal(factor, last) ** 2, diagonal(whole, last) * Number.EPSILON);
  return { deviance: logs + freedom * (1 + Math.log((2 * Math.PI * squares) / freedom)), residual: squares / freedom };
}

/** Fixed effects, predicted rater effects (shrunk to 0), and the raters' prediction variances over the residual's. */
export function solveSeverity(equations: SeverityEquations, ratios: VarianceRatios) {
  const { raterCount, fixedCount } = equations;
  const bordered = borderedMatrix(equations, ratios);
  const last = raterCount + fixedCount;
  const inner = zeroMatrix(last);
  for (let row = 0; row < last; row += 1)
    inner.values.set(bordered.values.subarray(row * (last + 1), row * (last + 1) + last), row * last);
  const border = Float64Array.from({ length: last }, (_, row) => bordered.values[row * (last + 1) + last]!);
  const inverse = inverseOfFactor(choleskyFactor(inner));
  const solution = timesVector(inverse, border);
  return {
    fixed: solution.slice(raterCount),
    effects: solution.slice(0, raterCount).map((effect) => effect * ratios.rater),
    variances: Array.from(
      { length: raterCount },
      (_, rater) => inverse.values[rater * (last + 1)]! * ratios.rater ** 2,
    ),
  };
}
