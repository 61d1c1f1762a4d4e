/** Mean squares of a complete items × raters table: between items, within items, between raters, residual. */
export type MeanSquares = {
  n: number;
  k: number;
  between: number;
  within: number;
  raters: number;
  residual: number;
};

/**
 * The two-way analysis of variance of a complete table (rows items, columns raters), n ≥ 2 and k ≥ 2. Sums are taken
 * about the grand mean and about each item's and rater's own mean, so that exact agreement gives exact zeros.
 */
export function meanSquares(matrix: readonly (readonly number[])[]): MeanSquares {
  const n = matrix.length;
  const k = (matrix[0] as readonly number[]).length;
  const itemMeans = matrix.map((row) => sum(row) / k);
  const raterMeans = Array.from({ length: k }, (_, rater) => sum(matrix.map((row) => row[rater] as number)) / n);
  const grand = sum(itemMeans) / n;
  const squares = (values: readonly number[]) => sum(values.map((value) => value ** 2));
  const residuals = matrix.flatMap((row, item) =>
    row.map((value, rater) => value - (itemMeans[item] as number) - ((raterMeans[rater] as number) - grand)),
  );
  return {
    n,
    k,
    between: (k * squares(itemMeans.map((mean) => mean - grand))) / (n - 1),
    within:
      squares(matrix.flatMap((row, item) => row.map((value) => value - (itemMeans[item] as number)))) / (n * (k - 1)),
    raters: (n * squares(raterMeans.map((mean) => mean - grand))) / (k - 1),
    residual: squares(residuals) / ((n - 1) * (k - 1)),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
