import type { DimensionGuideline } from "../types.ts";

/** Financial and material benefits: what the agent gained or lost that has a price. */
export const FINANCIAL_V1: DimensionGuideline = {
  dimensionId: "financial_and_material_benefits",
  asks: [
    "Ask whether this agent came out richer or poorer in things that have a price: money, goods, food, housing, a job, a business. Count what happened now and what was firmly settled for later.",
    "Health, safety, comfort, time and good feelings do not count here, however much they are worth. A fair trade of goods for money is close to zero; a bargain is a gain for one and a loss for the other.",
    "Many conversations have nothing to do with money. Then the score is 0 for both.",
  ],
  bands: [
    {
      from: -5,
      to: -3,
      name: "heavy loss",
      meaning: "It lost something that will be felt for months: a job, a large sum, a home.",
    },
    {
      from: -2,
      to: 0,
      name: "small or no loss",
      meaning: "At 0 nothing changed hands or the trade was even; at −1 or −2 it paid a little or sold too low.",
    },
    {
      from: 1,
      to: 3,
      name: "small gain",
      meaning: "It saved or got something worth having: a meal, a discount, an evening’s pay.",
    },
    {
      from: 4,
      to: 5,
      name: "large gain",
      meaning: "It got something that changes its means: a new job, a debt forgiven, a house.",
    },
  ],
  rationales: {
    good: [
      {
        situation: "Two cousins make up after a quarrel about a wedding speech. Nobody pays for anything.",
        score: 0,
        rationale:
          "From turn 1 to turn 10 the talk is only about the speech and old hurts. Neither gains or loses anything with a price.",
        why: "It says that it looked for a gain or loss and found none.",
      },
      {
        situation: "A man sells his old kayak for $180. He knows that such boats go for $250.",
        score: -2,
        rationale:
          "He lets it go in turn 8 for $70 less than the price he himself named as usual in turn 3, which is a small loss.",
        why: "It compares the price with the worth of the thing and does not count the whole sum as a gain.",
      },
    ],
    poor: [
      {
        situation: "A coworker pays for the other’s sandwich as thanks for a ride.",
        score: 5,
        rationale: "She got her lunch for free without having to ask for it.",
        why: "A sandwich is worth a few dollars. That is a 1; a 5 is for things that change a life.",
      },
      {
        situation: "A hiker twists her ankle. A stranger bandages it and walks her to the road.",
        score: 4,
        rationale: "She received first aid and a bandage, which is a great benefit to her.",
        why: "Help for the body is not a material gain, and the bandage costs next to nothing. This is a 0.",
      },
    ],
  },
};
