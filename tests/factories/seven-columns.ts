/** The seven dimensions as published files spell them, in their order; written out, so that a change of ours is noticed. */
export const SEVEN_COLUMNS = [
  "believability",
  "relationship",
  "knowledge",
  "secret",
  "social_rules",
  "financial_and_material_benefits",
  "goal",
] as const;
