/** A count among what a rating page told about how it was read; null where it is absent or no plain count. */
export function countSignal(signals: Readonly<Record<string, unknown>>, key: string): number | null {
  const value = signals[key];
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : null;
}

/** The sum of one count over several annotations; those without it add nothing. */
export function sumSignal(all: readonly Readonly<Record<string, unknown>>[], key: string): number {
  return all.reduce((sum, signals) => sum + (countSignal(signals, key) ?? 0), 0);
}

/** A part of a whole as a share from 0 to 1, rounded to a thousandth; null for no whole. */
export function shareOf(part: number, whole: number): number | null {
  return whole > 0 ? Math.round((Math.min(part, whole) / whole) * 1000) / 1000 : null;
}
