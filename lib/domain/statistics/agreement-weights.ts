/** How much credit two different values get: none, or more the closer they are, by distance or by its square. */
export type AgreementWeights = "none" | "linear" | "quadratic";

/**
 * The credit of each pair of categories, row by row: 1 on the diagonal, 0 elsewhere (`none`), or 1 − |x − y| / K or
 * 1 − (x − y)² / K² with K the width of the scale. `categories` is the whole scale, used or not: weights by rank among
 * the values that happen to occur would change with the data (statistics.md 2.2).
 */
export function weightMatrix(categories: ArrayLike<number>, weights: AgreementWeights): Float64Array {
  const values = Array.from(categories);
  const width = Math.max(...values) - Math.min(...values);
  return Float64Array.from(
    values.flatMap((x) =>
      values.map((y) => {
        if (x === y) return 1;
        if (weights === "none") return 0;
        const distance = Math.abs(x - y) / width;
        return weights === "linear" ? 1 - distance : 1 - distance ** 2;
      }),
    ),
  );
}

/** For each observed value its place in the scale. Throws RangeError for a value that the scale does not have. */
export function categoryPlaces(values: ArrayLike<number>, categories: ArrayLike<number>): Int32Array {
  const places = new Map(Array.from(categories).map((category, place) => [category, place] as const));
  return Int32Array.from(values, (value) => {
    const place = places.get(value);
    if (place === undefined) throw new RangeError(`The rating ${value} is not one of the scale's categories`);
    return place;
  });
}

/** The whole numbers from `low` to `high`: the categories of a scale of integers. */
export function integerScale(low: number, high: number): number[] {
  return Array.from({ length: high - low + 1 }, (_, step) => low + step);
}
