/** What the data offer to choose from, with how much there is of each. */
export type QuestionOptions = {
  studies: readonly { id: string; name: string; ratings: number }[];
  imports: readonly { id: string; name: string; humanRatings: number; judgeRatings: number }[];
  judges: readonly { key: string; name: string; ratings: number }[];
  policies: readonly { name: string; units: number }[];
  dimensions: readonly { key: string; name: string; min: number; max: number }[];
  raters: readonly { key: string; name: string; source: string }[];
};
