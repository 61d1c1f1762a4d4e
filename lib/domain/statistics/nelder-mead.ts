type Corner = { point: number[]; value: number };

/**
 * The lowest point of a smooth function of a few numbers, by the simplex method of Nelder & Mead (1965) from `start` with
 * first steps of `step`. Stops when the corners agree to `tolerance` in value, or after `most` evaluations. It finds a
 * local minimum and needs no derivatives.
 */
export function nelderMead(
  evaluate: (point: readonly number[]) => number,
  start: readonly number[],
  { step = 0.5, tolerance = 1e-9, most = 500 } = {},
): Corner {
  let evaluations = 0;
  const corner = (point: number[]): Corner => {
    evaluations += 1;
    return { point, value: evaluate(point) };
  };
  let simplex = [
    corner([...start]),
    ...start.map((_, axis) => corner(start.map((x, i) => (i === axis ? x + step : x)))),
  ];
  while (evaluations < most) {
    simplex.sort((a, b) => a.value - b.value);
    const [best, worst] = [simplex[0] as Corner, simplex.at(-1) as Corner];
    if (worst.value - best.value <= tolerance && spread(simplex) <= Math.sqrt(tolerance)) break;
    const rest = simplex.slice(0, -1);
    const centre = start.map(
      (_, axis) => rest.reduce((sum, { point }) => sum + (point[axis] as number), 0) / rest.length,
    );
    const along = (factor: number) => corner(centre.map((x, axis) => x + factor * ((worst.point[axis] as number) - x)));
    const better = improve(along, best, rest.at(-1) as Corner, worst);
    simplex = better
      ? [...rest, better]
      : [
          best,
          ...simplex.slice(1).map(({ point }) => corner(point.map((x, i) => (x + (best.point[i] as number)) / 2))),
        ];
  }
  return simplex.reduce((best, other) => (other.value < best.value ? other : best));
}

/** Reflects the worst corner, goes further where that is the best yet, or steps inward; null when nothing helps. */
function improve(along: (factor: number) => Corner, best: Corner, second: Corner, worst: Corner): Corner | null {
  const reflected = along(-1);
  if (reflected.value < best.value) {
    const expanded = along(-2);
    return expanded.value < reflected.value ? expanded : reflected;
  }
  if (reflected.value < second.value) return reflected;
  const contracted = along(reflected.value < worst.value ? -0.5 : 0.5);
  return contracted.value < Math.min(reflected.value, worst.value) ? contracted : null;
}

function spread(simplex: readonly Corner[]): number {
  const [first, ...others] = simplex as [Corner, ...Corner[]];
  return Math.max(
    ...others.flatMap(({ point }) => point.map((x, axis) => Math.abs(x - (first.point[axis] as number)))),
  );
}
