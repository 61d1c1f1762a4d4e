/** Sweeps after which the rotations of a small matrix have long converged; each squares the remaining error. */
const MOST_SWEEPS = 30;

/**
 * Eigenvalues and eigenvectors of a small symmetric p × p matrix, given row by row, by Jacobi's rotations. `matrix` is
 * overwritten: its diagonal becomes the eigenvalues. `vectors` receives the eigenvectors as columns. It allocates nothing,
 * because inference over 50,000 clusters calls it for each.
 */
export function diagonalise(matrix: Float64Array, vectors: Float64Array, p: number): void {
  vectors.fill(0);
  for (let k = 0; k < p; k += 1) vectors[k * p + k] = 1;
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    let rotated = false;
    for (let j = 0; j < p - 1; j += 1)
      for (let k = j + 1; k < p; k += 1) rotated = rotate(matrix, vectors, p, j, k) || rotated;
    if (!rotated) return;
  }
}

/** Turns the plane of axes j and k so that entry (j, k) becomes 0; false when it is 0 already, within rounding. */
function rotate(matrix: Float64Array, vectors: Float64Array, p: number, j: number, k: number): boolean {
  const entry = matrix[j * p + k]!;
  const [first, second] = [matrix[j * p + j]!, matrix[k * p + k]!];
  if (Math.abs(entry) <= Number.EPSILON * (Math.abs(first) + Math.abs(second))) return false;
  const slope = (second - first) / (2 * entry);
  const tangent = (slope < 0 ? -1 : 1) / (Math.abs(slope) + Math.hypot(1, slope));
  const cosine = 1 / Math.hypot(1, tangent);
  const sine = tangent * cosine;
  for (let i = 0; i < p; i += 1) turn(matrix, i * p + j, i * p + k, cosine, sine);
  for (let i = 0; i < p; i += 1) turn(matrix, j * p + i, k * p + i, cosine, sine);
  for (let i = 0; i < p; i += 1) turn(vectors, i * p + j, i * p + k, cosine, sine);
  return true;
}

function turn(values: Float64Array, first: number, second: number, cosine: number, sine: number): void {
  const [a, b] = [values[first]!, values[second]!];
  values[first] = cosine * a - sine * b;
  values[second] = sine * a + cosine * b;
}
