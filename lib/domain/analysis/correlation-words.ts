import type { CorrelationName } from "#lib/domain/statistics/pair-patterns.ts";

/** Each correlation of judge and people by name and by sign, and what it asks. */
export const CORRELATION_WORDS: Record<CorrelationName, { name: string; sign: string; meaning: string }> = {
  spearman: { name: "Spearman", sign: "ρ", meaning: "the same order" },
  pearson: { name: "Pearson", sign: "r", meaning: "on a straight line" },
  kendall: { name: "Kendall τ-b", sign: "τ-b", meaning: "pairs in the same order" },
};

/** Whether people's reliability limits a correlation by its root: of scores and ranks it does, of pairs in order not. */
export function hasCeiling(correlation: CorrelationName): correlation is "spearman" | "pearson" {
  return correlation !== "kendall";
}
