/** A square matrix as one column of numbers, row after row: entry (i, j) is `values[i · size + j]`. */
export type SquareMatrix = { size: number; values: Float64Array };

/** A square matrix of zeros, `size` rows and columns. */
export function zeroMatrix(size: number): SquareMatrix {
  return { size, values: new Float64Array(size * size) };
}

/**
 * The lower triangle L with L·L' = the given symmetric matrix, of which only the lower half is read. O(size³). A matrix
 * that is not positive definite gives a 0 on the diagonal.
 */
export function choleskyFactor({ size, values }: SquareMatrix): SquareMatrix {
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    const own = row * size;
    let diagonal = 0;
    for (let column = 0; column < row; column += 1) {
      const other = column * size;
      let sum = 0;
      for (let i = 0; i < column; i += 1) sum += factor[other + i]! * factor[own + i]!;
      const entry = (values[own + column]! - sum) / factor[other + column]!;
      factor[own + column] = entry;
      diagonal += entry * entry;
    }
    factor[own + row] = Math.sqrt(Math.max(values[own + row]! - diagonal, 0));
  }
  return { size, values: factor };
}

/** L⁻¹ of a Cholesky factor L, itself a lower triangle. Throws RangeError where the matrix is not positive definite. */
export function inverseTriangle(factor: SquareMatrix): SquareMatrix {
  const inverse = zeroMatrix(factor.size);
  for (let i = 0; i < factor.size; i += 1) {
    if (!(factor.values[i * factor.size + i]! > 0)) throw new RangeError("The matrix is not positive definite");
    inverse.values[i * factor.size + i] = 1;
  }
  solveForward(factor, inverse.values);
  return inverse;
}

/** The inverse of the matrix with this Cholesky factor. Throws RangeError where the matrix is not positive definite. */
export function inverseOfFactor(factor: SquareMatrix): SquareMatrix {
  const inverse = inverseTriangle(factor);
  solveBackward(factor, inverse.values);
  return inverse;
}

/**
 * What fitting by least squares needs of the inverse of L·L', from L⁻¹ alone: the inverse times a column of numbers, and its
 * diagonal. The whole inverse would take as long again.
 */
export function solveByTriangle({ size, values }: SquareMatrix, right: ArrayLike<number>) {
  const half = timesVector({ size, values }, right);
  const [solution, diagonal] = [new Float64Array(size), new Float64Array(size)];
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column <= row; column += 1) {
      const entry = values[row * size + column]!;
      solution[column]! += entry * half[row]!;
      diagonal[column]! += entry * entry;
    }
  return { solution, diagonal };
}

/** Turns the unit matrix into L⁻¹, row by row; what lies right of the diagonal stays 0. */
function solveForward({ size, values: l }: SquareMatrix, b: Float64Array): void {
  for (let row = 0; row < size; row += 1) {
    for (let above = 0; above < row; above += 1) {
      const weight = l[row * size + above]!;
      for (let column = 0; column <= above; column += 1) b[row * size + column]! -= b[above * size + column]! * weight;
    }
    for (let column = 0; column <= row; column += 1) b[row * size + column]! /= l[row * size + row]!;
  }
}

/** Turns L⁻¹ into (L·L')⁻¹: its lower half, which the upper one mirrors. */
function solveBackward({ size, values: l }: SquareMatrix, b: Float64Array): void {
  for (let row = size - 1; row >= 0; row -= 1) {
    for (let below = row + 1; below < size; below += 1) {
      const weight = l[below * size + row]!;
      for (let column = 0; column <= row; column += 1) b[row * size + column]! -= b[below * size + column]! * weight;
    }
    for (let column = 0; column <= row; column += 1) b[row * size + column]! /= l[row * size + row]!;
  }
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < row; column += 1) b[column * size + row] = b[row * size + column]!;
}

/** A matrix times a column of `size` numbers. O(size²). */
export function timesVector({ size, values }: SquareMatrix, vector: ArrayLike<number>): number[] {
  return Array.from({ length: size }, (_, row) => {
    let sum = 0;
    for (let column = 0; column < size; column += 1) sum += values[row * size + column]! * vector[column]!;
    return sum;
  });
}
