import { formatNumber, NO_VALUE } from "#components/ui/format.ts";

/** Limits of an interval, `[low, high]`. */
export type Limits = readonly [low: number, high: number];

/** A difference with its sign: +1.42, −0.20; what rounds to nothing has none: 0.00. */
export function formatSigned(value: number, decimals = 2): string {
  const text = formatNumber(value, decimals);
  if (Number(value.toFixed(decimals)) === 0) return text.replace("−", "");
  return value > 0 ? `+${text}` : text;
}

/** An interval in square brackets: [0.80, 2.04]; a dash where there is none. */
export function formatLimits(limits: Limits | null, decimals = 2): string {
  if (!limits) return NO_VALUE;
  return `[${formatNumber(limits[0], decimals)}, ${formatNumber(limits[1], decimals)}]`;
}

/** A p value with three decimals; below a thousandth "< 0.001". */
export function formatP(p: number): string {
  return p < 0.001 ? "< 0.001" : formatNumber(p, 3);
}

/** A tick: no more decimals than it needs, with a real minus sign; `signed` adds a plus to what is above 0. */
export function formatTick(value: number, signed = false): string {
  const text = String(Number(value.toFixed(2))).replace("-", "−");
  return signed && value > 0 ? `+${text}` : text;
}

/** A label cut to so many signs, the cut shown by an ellipsis. */
export function shortened(text: string, signs: number): string {
  return text.length > signs ? `${text.slice(0, Math.max(1, signs - 1)).trimEnd()}…` : text;
}

/** Widths of signs at 13 px in pixels, on the safe side: those that are much narrower or wider than the others. */
const SIGN_WIDTHS: readonly [RegExp, number][] = [
  [/[iljtfrI1.,:;'|()[\] -]/g, 4.8],
  [/[A-HJ-KN-VX-Zw@%&+]/g, 9],
  [/[MWm]/g, 11.5],
];
const OTHER_SIGN = 7.8;

/** The room in pixels that a label of 13 px needs, on the safe side. */
export function labelWidth(text: string): number {
  let [rest, width] = [text, 0];
  for (const [signs, each] of SIGN_WIDTHS) {
    width += (rest.match(signs)?.length ?? 0) * each;
    rest = rest.replace(signs, "");
  }
  return width + rest.length * OTHER_SIGN;
}

/** A label cut to so many pixels, the cut shown by an ellipsis. */
export function fitted(text: string, room: number): string {
  let signs = text.length;
  while (signs > 1 && labelWidth(shortened(text, signs)) > room) signs -= 1;
  return shortened(text, signs);
}
