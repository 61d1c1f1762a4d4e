import type { DimensionGuideline } from "../types.ts";

/** Knowledge: what the agent knows at the end that it did not know before, and what that is worth to it. */
export const KNOWLEDGE_V1: DimensionGuideline = {
  dimensionId: "knowledge",
  asks: [
    "Ask three things. What did this agent find out? Was it really new to this agent? How much does it matter, to this matter or to this agent’s life?",
    "Count what the agent takes in, not what it gives out: the one who explains learns nothing by explaining. Opinions, small talk, and facts it plainly had already do not count. Learning what the other feels or wants does count when it changes what the agent can do.",
  ],
  bands: [
    {
      from: 0,
      to: 3,
      name: "little new",
      meaning: "Nothing was learned, or small details that make no difference.",
    },
    {
      from: 4,
      to: 6,
      name: "some",
      meaning: "It learned something that was new and is of some use here.",
    },
    {
      from: 7,
      to: 8,
      name: "new and useful",
      meaning: "It learned something that changes what it thinks or does next.",
    },
    {
      from: 9,
      to: 10,
      name: "decisive",
      meaning: "It learned something that changes the whole matter, or its own life.",
    },
  ],
  rationales: {
    good: [
      {
        situation:
          "Two brothers who share a house argue about whose turn it is to cook. Both repeat what they said last week.",
        score: 0,
        rationale: "He hears only the complaints he already knew; turns 2, 4 and 6 refer to the same talk last week.",
        why: "It checks whether the news was new and says plainly that it was not.",
      },
      {
        situation:
          "A woman bargaining for a stall learns in passing that the market will move to another square in June.",
        score: 7,
        rationale:
          "In turn 5 she hears that the market moves in June. She did not know, and it is why she asks for a shorter lease in turn 8.",
        why: "It names the fact, shows that it was new, and shows from what she did next that it mattered.",
      },
    ],
    poor: [
      {
        situation: "A buyer hears the age, the color and the number of previous owners of a used sofa.",
        score: 10,
        rationale: "The seller told him a great many details about the sofa.",
        why: "Many small facts do not add up to a decisive one. They help him a little with this purchase, so 3 or 4.",
      },
      {
        situation: "A man finds out during a quarrel over parking that his neighbor is the judge in his custody case.",
        score: 2,
        rationale: "They mostly talked about parking and he won the argument about the space.",
        why: "It scores the topic, not what was learned. What he found out touches his whole life and belongs near the top.",
      },
    ],
  },
};
