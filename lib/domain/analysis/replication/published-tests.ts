import type { ConditionId } from "./conditions.ts";

/** A published paired t test: t with two decimals and p with three; null where the paper has a dash. */
export type PublishedTest = readonly [t: number, p: number] | null;

/** Table 6: BC+SR against each other condition, human scores, paired by scenario; eight columns as in the means. */
export const PUBLISHED_TESTS: readonly { against: ConditionId; scenarios: number; tests: readonly PublishedTest[] }[] =
  [
    {
      against: "gpt-4",
      scenarios: 14,
      tests: [
        [-0.45, 0.661],
        [2.06, 0.06],
        [1.0, 0.336],
        [1.35, 0.2],
        [-1.32, 0.209],
        [-1.09, 0.297],
        [-1.31, 0.213],
        [-0.96, 0.355],
      ],
    },
    {
      against: "gpt-3.5",
      scenarios: 12,
      tests: [
        [-0.71, 0.492],
        [2.62, 0.024],
        [-1.26, 0.234],
        null,
        [-0.85, 0.412],
        [0.6, 0.558],
        [0.47, 0.649],
        [0.59, 0.568],
      ],
    },
    {
      against: "base",
      scenarios: 14,
      tests: [
        [2.68, 0.019],
        [6.36, 0.0],
        [-0.59, 0.568],
        null,
        [3.49, 0.004],
        [0.39, 0.703],
        [2.07, 0.059],
        [5.34, 0.0],
      ],
    },
    {
      against: "bc",
      scenarios: 14,
      tests: [
        [-0.61, 0.551],
        [0.41, 0.685],
        [-1.79, 0.097],
        [1.0, 0.336],
        [0.41, 0.69],
        [0.24, 0.813],
        [0.71, 0.49],
        [0.37, 0.72],
      ],
    },
    {
      against: "sr",
      scenarios: 14,
      tests: [
        [1.45, 0.17],
        [2.28, 0.04],
        [-1.32, 0.209],
        null,
        [1.54, 0.149],
        [0.46, 0.65],
        [1.32, 0.209],
        [2.98, 0.011],
      ],
    },
  ];

/** Table 7: Pearson's r between people and the judge on goal; all with p below 0.01. GPT-3.5 is not in the table. */
export const PUBLISHED_CORRELATIONS: readonly { id: ConditionId; r: number }[] = [
  { id: "gpt-4", r: 0.86 },
  { id: "base", r: 0.76 },
  { id: "sr", r: 0.86 },
  { id: "bc", r: 0.73 },
  { id: "bc+sr", r: 0.58 },
];

/** The conditions on which table 8 rests: 98 episodes. */
export const AGREEMENT_CONDITIONS: readonly ConditionId[] = ["gpt-4", "gpt-3.5", "base", "bc+sr"];
/** Items of table 8: both agents of each of those episodes, with two ratings each. */
export const AGREEMENT_ITEMS = 196;

/** Table 8: pairwise agreement and Randolph's kappa per dimension, of binarised ratings, four decimals. */
export const PUBLISHED_AGREEMENT: readonly { agreement: number; randolph: number }[] = [
  { agreement: 0.7908, randolph: 0.5816 },
  { agreement: 0.8214, randolph: 0.7321 },
  { agreement: 0.8673, randolph: 0.7347 },
  { agreement: 0.9949, randolph: 0.9898 },
  { agreement: 0.9694, randolph: 0.9388 },
  { agreement: 0.9133, randolph: 0.8776 },
  { agreement: 0.801, randolph: 0.602 },
];
