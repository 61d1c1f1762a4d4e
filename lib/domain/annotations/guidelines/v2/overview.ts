import type { OverviewParagraph } from "../types.ts";
import { OVERVIEW_V1 } from "../v1/overview.ts";

const ON_SCALES: OverviewParagraph = [
  { text: "Use the whole scale. The ends are for rare, clear cases.", anyOf: [] },
  {
    text: "On {dimensions}, zero is a real answer: it says that nothing changed.",
    anyOf: ["relationship", "financial_and_material_benefits"],
  },
  { text: "On {dimensions}, zero is the best score there is.", anyOf: ["secret", "social_rules"] },
];

/** The second version of the overview: it speaks of the zero of those scales alone that the study has. */
export const OVERVIEW_V2: OverviewParagraph[] = OVERVIEW_V1.map((paragraph) =>
  paragraph.startsWith("Use the whole scale.") ? ON_SCALES : paragraph,
);
