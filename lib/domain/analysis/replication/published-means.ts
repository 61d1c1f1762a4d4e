import type { ConditionId } from "./conditions.ts";

/** Where the figures of these files come from. */
export const PAPER = {
  title: "SOTOPIA-π: Interactive Learning of Socially Intelligent Language Agents",
  authors: "Wang, Yu, Zhang, Qi, Sap, Neubig, Bisk, Zhu (2024)",
  address: "https://arxiv.org/abs/2403.08715v3",
} as const;

/** One figure for each of the seven dimensions and the overall mean, two decimals. */
export type EightFigures = readonly [number, number, number, number, number, number, number, number];

/** Means of the agents under study by people: 14 hard scenarios, 28 agents a condition. */
export const PUBLISHED_HUMAN_MEANS: Record<ConditionId, EightFigures> = {
  "gpt-4": [7.54, 0.95, 0.77, -0.18, -0.21, 0.41, 5.25, 2.07],
  "gpt-3.5": [7.4, 0.33, 1.62, 0, -0.34, -0.01, 4.08, 1.87],
  base: [5.25, -0.64, 1.23, 0, -1.57, 0.09, 2.89, 1.04],
  sr: [6.57, 0.46, 1.59, 0, -0.89, 0.11, 3.32, 1.59],
  bc: [7.46, 1.04, 1.55, -0.18, -0.61, 0.07, 3.55, 1.84],
  "bc+sr": [7.3, 1.27, 1.09, 0, -0.46, 0.18, 4.29, 1.95],
};

/** Standard deviations of the human goal score over the 28 agents of a condition. */
export const PUBLISHED_GOAL_DEVIATIONS: Record<ConditionId, number> = {
  "gpt-4": 3.558,
  "gpt-3.5": 3.767,
  base: 3.845,
  sr: 4.083,
  bc: 3.354,
  "bc+sr": 3.204,
};

/** Means of the same agents by the judge, GPT-4. */
export const PUBLISHED_JUDGE_MEANS: Record<ConditionId, EightFigures> = {
  "gpt-4": [9.36, 1.43, 3.21, -0.04, -0.04, 0.39, 5.89, 2.89],
  "gpt-3.5": [9.21, 0.39, 3.61, -0.07, 0, -0.07, 4.21, 2.47],
  base: [8.25, -0.29, 2.75, -0.18, -0.46, -0.18, 3.25, 1.88],
  sr: [8.64, 0.36, 3.11, -0.04, 0, -0.39, 3.96, 2.23],
  bc: [9.11, 1.04, 2.71, 0, 0, 0.36, 4.82, 2.58],
  "bc+sr": [9.21, 1.07, 3.43, 0, -0.18, 0.36, 5.71, 2.8],
};

/** Table 1, human evaluation: BC+SR minus Mistral-7B. Goal is not in the table; its figure follows from the means. */
export const PUBLISHED_IMPROVEMENT: readonly (number | null)[] = [2.05, 1.91, -0.14, 0, 1.11, 0.09, null, 0.91];

/** Table 9: means of the partner, GPT-3.5, by people, by whom it played against. */
export const PUBLISHED_PARTNER_MEANS: Partial<Record<ConditionId, EightFigures>> = {
  "gpt-4": [7.46, 0.68, 0.98, 0, -0.64, 0.45, 3.64, 1.8],
  base: [6.86, -0.54, 1.14, 0, -0.36, 0.04, 2.98, 1.45],
  sr: [7.8, 0.46, 1.21, 0, -0.63, 0.25, 4.13, 1.89],
  bc: [7.43, 0.82, 1.79, -0.05, -0.7, 0.23, 4.86, 2.05],
  "bc+sr": [7.57, 1.13, 1.55, 0, -0.55, 0.3, 5.55, 2.22],
};

/** Figure 4: the judge's goal score, and how far it lies above people's. The gap of GPT-4 is not printed. */
export const PUBLISHED_GOAL_GAPS: readonly { id: ConditionId; judge: number; human: number; gap: number | null }[] = [
  { id: "base", judge: 3.25, human: 2.89, gap: 0.36 },
  { id: "sr", judge: 3.96, human: 3.32, gap: 0.64 },
  { id: "bc", judge: 4.82, human: 3.55, gap: 1.27 },
  { id: "bc+sr", judge: 5.71, human: 4.29, gap: 1.42 },
  { id: "gpt-4", judge: 5.89, human: 5.25, gap: null },
];
