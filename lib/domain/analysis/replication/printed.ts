/** A rounding error of sums of a few hundred scores is far below this; a true half is at most this far from its double. */
const HALF_SLACK = 1e-9;

/**
 * Rounds as the paper's figures are rounded: to the nearest, halves away from zero (1.125 is printed 1.13, as
 * spreadsheets do it). Never answers a negative zero.
 */
export function roundAsPrinted(value: number, digits: number): number {
  const scale = 10 ** digits;
  const rounded = (Math.sign(value) * Math.floor(Math.abs(value) * scale + 0.5 + HALF_SLACK)) / scale;
  return rounded === 0 ? 0 : rounded;
}

/** A figure with a fixed number of decimals and a real minus sign: −0.64. */
export function asPrinted(value: number, digits: number): string {
  return roundAsPrinted(value, digits).toFixed(digits).replace("-", "−");
}

/** Whether a value, rounded to the digits of a published figure, is that figure. */
export function printsAs(value: number, published: number, digits: number): boolean {
  return Math.abs(roundAsPrinted(value, digits) - published) < 10 ** -digits / 2;
}

/** A count with its noun: 1 row, 2 rows. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
