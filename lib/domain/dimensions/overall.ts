/**
 * SOTOPIA's overall score: the unweighted mean of one agent's dimension scores (SOTOPIA-EVAL, section 4.2).
 * Returns null for no scores at all. [9, 2, 3, 0, 0, 1, 8] gives 3.2857142857142856.
 */
export function overallScore(scores: readonly number[]): number | null {
  if (scores.length === 0) return null;
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}
