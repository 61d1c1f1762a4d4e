import { FIRM } from "./glued.ts";

/** Shown where a number cannot be given. */
export const NO_VALUE = "–";

/** Making a format costs a hundred times as much as using it, and a table uses it thousands of times. */
const INTEGERS = new Intl.NumberFormat("en-US");
const DECIMALS = new Map<number, Intl.NumberFormat>();

function decimalFormat(decimals: number): Intl.NumberFormat {
  const known = DECIMALS.get(decimals);
  if (known) return known;
  const made = new Intl.NumberFormat("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  DECIMALS.set(decimals, made);
  return made;
}

/** An integer with thousands separated by a thin space-like comma and a real minus sign: −5, 12,345. */
export function formatInteger(value: number): string {
  return INTEGERS.format(Math.round(value)).replace("-", "−");
}

/** A number with a fixed count of decimals and a real minus sign. */
export function formatNumber(value: number, decimals = 2): string {
  return decimalFormat(decimals).format(value).replace("-", "−");
}

/** A share in [0, 1] as whole per cent. */
export function formatPercent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** How far a count has come on its way to a whole above 0, as whole per cent; 0 and 100 only where nothing, or all, is there. */
export function formatProgress(done: number, whole: number): string {
  const percent = Math.round((done / whole) * 100);
  if (done > 0 && percent === 0) return "under 1 %";
  if (done < whole && percent === 100) return "over 99 %";
  return `${percent} %`;
}

/** Bytes in the unit that keeps the number short: 410 B, 2.4 MB. */
export function formatBytes(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(value < 10 ? 1 : 0)}${FIRM}${units[unit]}`;
}

/** A duration in milliseconds in words that fit a table: 45 s, 3 min 20 s, 2 h 5 min. */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 ? `${minutes} min ${seconds % 60} s` : `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 ? `${hours} h ${minutes % 60} min` : `${hours} h`;
  return `${Math.round(hours / 24)} days`;
}

/** How long ago, against `now`: "just now", "5 minutes ago", "yesterday", "3 weeks ago". */
export function formatAgo(at: Date, now: Date): string {
  const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
  const seconds = (at.getTime() - now.getTime()) / 1000;
  const steps: [Intl.RelativeTimeFormatUnit, number][] = [
    ["year", 31_557_600],
    ["month", 2_629_800],
    ["week", 604_800],
    ["day", 86_400],
    ["hour", 3600],
    ["minute", 60],
  ];
  for (const [unit, size] of steps)
    if (Math.abs(seconds) >= size) return relative.format(Math.round(seconds / size), unit);
  return "just now";
}

/** One of two words by count: plural(1, "episode") is "1 episode", plural(2, "episode") "2 episodes". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatInteger(count)} ${count === 1 ? one : many}`;
}
