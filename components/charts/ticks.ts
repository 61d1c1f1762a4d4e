const STEPS = [0.05, 0.1, 0.2, 0.25, 0.5, 1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000, 10_000] as const;

/**
 * Round numbers from `min` to `max`, at most `limit` of them, on multiples of a round step, both ends included when
 * they lie on it. [0, 10] with a limit of 6 gives 0, 2, 4, 6, 8, 10.
 */
export function ticksBetween(min: number, max: number, limit: number): number[] {
  const span = max - min;
  const step = STEPS.find((candidate) => span / candidate <= limit - 1) ?? span;
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => clean((first + index) * step));
}

/** Takes off what binary fractions add: 0.30000000000000004 becomes 0.3; −0 becomes 0. */
function clean(value: number): number {
  return Number(value.toFixed(10)) + 0;
}

/**
 * The axis of differences on a scale: as long as the scale itself and centred on 0, so that a difference keeps its size
 * from picture to picture; twice as long as soon as one of `values` lies outside. A scale of 0..10 gives [−5, 5].
 */
export function differenceDomain(scale: { min: number; max: number }, values: readonly number[]): [number, number] {
  const length = scale.max - scale.min;
  const half = values.some((value) => Math.abs(value) > length / 2) ? length : length / 2;
  return [-half, half];
}
