/** Every integer of a scale, lowest first: −5..5 gives eleven numbers. */
export function scalePoints(scale: { min: number; max: number }): number[] {
  return Array.from({ length: scale.max - scale.min + 1 }, (_, index) => scale.min + index);
}

/** True when `score` is an integer inside the scale. */
export function isInScale(score: number, scale: { min: number; max: number }): boolean {
  return Number.isInteger(score) && score >= scale.min && score <= scale.max;
}

/** The band that holds `score`, or undefined when it lies outside every band. */
export function bandOf<Band extends { from: number; to: number }>(
  score: number,
  bands: readonly Band[],
): Band | undefined {
  return bands.find((band) => score >= band.from && score <= band.to);
}

/** True for a scale with room on both sides of zero, where zero is marked. */
export function isTwoSided(scale: { min: number; max: number }): boolean {
  return scale.min < 0 && scale.max > 0;
}
