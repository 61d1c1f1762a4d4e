import fc from "fast-check";
import { CholeskyDecomposition, Matrix } from "ml-matrix";
import { describe, expect, test } from "vitest";
import {
  choleskyFactor,
  inverseOfFactor,
  inverseTriangle,
  type SquareMatrix,
  solveByTriangle,
  timesVector,
} from "#lib/domain/statistics/positive-definite.ts";

/** A symmetric matrix with a heavy diagonal, which makes it positive definite. */
const matrices = fc.integer({ min: 1, max: 6 }).chain((size) =>
  fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: size * size, maxLength: size * size }).map(
    (entries): SquareMatrix => ({
      size,
      values: Float64Array.from(entries, (_, place) => {
        const [row, column] = [Math.floor(place / size), place % size];
        const both = entries[row * size + column]! + entries[column * size + row]!;
        return row === column ? both + 2 * size + 2 : both;
      }),
    }),
  ),
);

describe("positive definite matrices", () => {
  test("have the factor and the inverse of a general matrix program", () => {
    fc.assert(
      fc.property(matrices, ({ size, values }) => {
        const rows = Array.from({ length: size }, (_, row) =>
          Array.from(values.subarray(row * size, (row + 1) * size)),
        );
        const theirs = new CholeskyDecomposition(new Matrix(rows));
        const factor = choleskyFactor({ size, values });
        expect(Array.from(factor.values)).toEqual(theirs.lowerTriangularMatrix.to1DArray());
        const inverse = inverseOfFactor(factor);
        for (const [place, entry] of theirs.solve(Matrix.eye(size)).to1DArray().entries())
          expect(inverse.values[place]).toBeCloseTo(entry, 12);
        expect(timesVector(inverse, timesVector({ size, values }, rows[0]!))).toEqual(
          rows[0]!.map((entry) => expect.closeTo(entry, 9)),
        );
        const { solution, diagonal } = solveByTriangle(inverseTriangle(factor), rows[0]!);
        for (const [place, entry] of timesVector(inverse, rows[0]!).entries()) {
          expect(solution[place]).toBeCloseTo(entry, 12);
          expect(diagonal[place]).toBeCloseTo(inverse.values[place * (size + 1)]!, 12);
        }
      }),
    );
  });

  test("are refused where they are none", () => {
    const singular = { size: 2, values: Float64Array.of(1, 1, 1, 1) };
    expect(() => inverseOfFactor(choleskyFactor(singular))).toThrow(RangeError);
  });
});
