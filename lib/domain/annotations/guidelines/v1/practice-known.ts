import type { KnownRating } from "../types.ts";

/** The ranges that careful annotators agreed on for the practice episode, with the reason for each. */
export const PRACTICE_KNOWN_V1: KnownRating[] = [
  {
    dimensionId: "believability",
    agent: 1,
    low: 7,
    high: 10,
    explanation:
      "He dodges, shows as little as he can, lies about warped boards and then gives up all at once. That is how an easygoing man who puts things off would act. Lying does not make a person less believable.",
  },
  {
    dimensionId: "believability",
    agent: 2,
    low: 7,
    high: 10,
    explanation:
      "She counts the steps, remembers what she signed for and wants to see the boards. It fits an exact person who handles payroll. Leaving without a word at the end may feel a little abrupt, which is worth a point at most.",
  },
  {
    dimensionId: "relationship",
    agent: 1,
    low: -4,
    high: -2,
    explanation:
      "He has lost her trust, and with it his good name in the group if it gets around. The apology and the promise to repay keep it from the very end of the scale.",
  },
  {
    dimensionId: "relationship",
    agent: 2,
    low: -4,
    high: -1,
    explanation:
      "She walks out without answering, so the bond has suffered on her side as well. Her own standing is hardly touched, and they will still build the balcony together.",
  },
  {
    dimensionId: "knowledge",
    agent: 1,
    low: 0,
    high: 3,
    explanation:
      "He hears that she will not move the date and wants the money by Friday. He could have guessed the first; there is little new in it for him.",
  },
  {
    dimensionId: "knowledge",
    agent: 2,
    low: 7,
    high: 10,
    explanation:
      "She learns how little is built and that the lumber was sold. Both were new to her, and they change what she does next: a smaller set, and money back by Friday.",
  },
  {
    dimensionId: "secret",
    agent: 1,
    low: -10,
    high: -8,
    explanation:
      "He says in turn 7 exactly what he had to hide, with the sum. That he tells it himself, and is sorry, does not make it less told.",
  },
  {
    dimensionId: "secret",
    agent: 2,
    low: 0,
    high: 0,
    explanation:
      "Her secret is about the lead role. Casting never comes up, so nothing came out. Zero is the best score on this scale.",
  },
  {
    dimensionId: "social_rules",
    agent: 1,
    low: -7,
    high: -4,
    explanation:
      "The sale itself happened before this talk. Here he lies to the person he took from, in turn 5, and asks her to keep it quiet, in turn 9. That is wrong, softened by the confession. Scores of −8 and below are for unlawful acts done or planned here.",
  },
  {
    dimensionId: "social_rules",
    agent: 2,
    low: -1,
    high: 0,
    explanation:
      "She is stern and leaves without a goodbye. After what she has just heard, that is at most a small lapse of manners.",
  },
  {
    dimensionId: "financial_and_material_benefits",
    agent: 1,
    low: -2,
    high: -1,
    explanation:
      "He now has to find $240 by Friday. It is money that he owed, but he comes out of the talk with less than he came in with.",
  },
  {
    dimensionId: "financial_and_material_benefits",
    agent: 2,
    low: 0,
    high: 2,
    explanation:
      "The theater gets back what was taken, through her. Nothing goes into her own pocket, so a small gain or none at all is right.",
  },
  {
    dimensionId: "goal",
    agent: 1,
    low: 1,
    high: 2,
    explanation:
      "He asked for a week and got no day of it. He did ask and hint, so a 1 or a 2 for the try; a 0 would say that he did nothing for it.",
  },
  {
    dimensionId: "goal",
    agent: 2,
    low: 9,
    high: 10,
    explanation:
      "The 14th stays, and she knows the true state of the set, down to the number of steps. Both parts of her goal are reached.",
  },
];
