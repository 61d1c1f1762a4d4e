import type { Values } from "./clusters.ts";

/** A column whose length falls below this share of itself, once the columns before it are taken out, adds nothing. */
const COLLINEAR = 1e-9;

/** A design X of p columns as X = Q·R: `q` has p orthonormal columns, `triangle` is R, p × p, row by row. */
export type OrthonormalDesign = { q: Float64Array[]; triangle: Float64Array };

/**
 * Q and R of the columns by Gram–Schmidt, with each column taken out twice for accuracy. Null when a column is a
 * combination of those before it. O(n·p²).
 */
export function orthonormalise(columns: readonly Values[]): OrthonormalDesign | null {
  const p = columns.length;
  const q: Float64Array[] = [];
  const triangle = new Float64Array(p * p);
  for (let k = 0; k < p; k += 1) {
    const column = Float64Array.from(columns[k]!);
    const before = Math.sqrt(dot(column, column));
    for (let pass = 0; pass < 2; pass += 1)
      for (let j = 0; j < k; j += 1) triangle[j * p + k]! += takeOut(column, q[j]!);
    const length = Math.sqrt(dot(column, column));
    if (length <= COLLINEAR * before) return null;
    triangle[k * p + k] = length;
    q.push(column.map((value) => value / length));
  }
  return { q, triangle };
}

/** The x with R·x = right, for the p × p upper triangle R of {@link orthonormalise}, row by row. O(p²). */
export function solveUpper(triangle: Float64Array, right: Values): Float64Array {
  const p = right.length;
  const solution = Float64Array.from(right);
  for (let k = p - 1; k >= 0; k -= 1) {
    for (let j = k + 1; j < p; j += 1) solution[k]! -= triangle[k * p + j]! * solution[j]!;
    solution[k]! /= triangle[k * p + k]!;
  }
  return solution;
}

/** The x with R'·x = right, for the same triangle. O(p²). */
export function solveLower(triangle: Float64Array, right: Values): Float64Array {
  const p = right.length;
  const solution = Float64Array.from(right);
  for (let k = 0; k < p; k += 1) {
    for (let j = 0; j < k; j += 1) solution[k]! -= triangle[j * p + k]! * solution[j]!;
    solution[k]! /= triangle[k * p + k]!;
  }
  return solution;
}

/** Takes the share of a unit column out of another column, in place, and gives that share. */
export function takeOut(column: Float64Array, unit: Float64Array): number {
  const share = dot(unit, column);
  for (let i = 0; i < column.length; i += 1) column[i]! -= share * unit[i]!;
  return share;
}

/** Sum of products of two lists of the same length. */
export function dot(a: Values, b: Values): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}
