import type { DimensionGuideline } from "../types.ts";

/** Believability: would this person, in this place, talk and act like that? */
export const BELIEVABILITY_V1: DimensionGuideline = {
  dimensionId: "believability",
  asks: [
    "Two things count. First, does it sound like a person at all: no mixing up who is who, no line said again for no reason, no politeness that never ends? Second, does it fit this person: their age, work, temper and values, and what they know at that moment?",
    "You are not asked whether the person is nice, wise or successful. People are often rude, vague and wrong. A weak argument is human too: poor logic alone should cost no more than 4 points.",
    "Weigh the whole conversation. One odd line among ten good ones is a scratch, not a wreck.",
  ],
  bands: [
    {
      from: 0,
      to: 3,
      name: "hardly human",
      meaning: "It loses track of who it is, goes in circles, or speaks like a form letter for most of the talk.",
    },
    {
      from: 4,
      to: 6,
      name: "partly natural",
      meaning:
        "You can picture a person for stretches, but stiff, repeated or out-of-character lines keep breaking it.",
    },
    {
      from: 7,
      to: 8,
      name: "convincing",
      meaning: "It reads like this person, with a small slip or two that you would forgive.",
    },
    {
      from: 9,
      to: 10,
      name: "like a person throughout",
      meaning: "Every line could have been said by somebody with this life, this temper and this knowledge.",
    },
  ],
  rationales: {
    good: [
      {
        situation:
          "A gruff retired welder haggles over a bicycle. He jokes, gets short when pressed, and thanks the seller twice at the end.",
        score: 8,
        rationale:
          "He sounds like the blunt man in the profile, above all in turns 3 and 6. Only the second thank-you, right after the first, feels like filler.",
        why: "It ties the score to the profile, names the turns, and takes off little for a little thing.",
      },
      {
        situation:
          "A teenager’s aunt asks about his grades. From turn 4 on she ends each line by saying how grateful she is for this open exchange.",
        score: 4,
        rationale:
          "The first three turns are a believable worried aunt. After that she thanks him for the open exchange five times and no longer reacts to what he says.",
        why: "It says what worked, what broke it, how often, and lands in the band that fits a talk of two halves.",
      },
    ],
    poor: [
      {
        situation:
          "A baker explains at length why she cannot take an order today. She says once more that the oven is broken.",
        score: 1,
        rationale: "She says twice that the oven is broken, which a real person would not do.",
        why: "One repeated fact in an otherwise natural talk costs a point or so. A 1 says that hardly anything sounded human.",
      },
      {
        situation:
          "A man claims his car is worth more because the color is rare, though he painted it himself. Otherwise he talks like the salesman he is.",
        score: 3,
        rationale: "His argument about the color makes no sense, so this is not believable.",
        why: "People argue badly all the time. Weak logic takes off 4 points at the most, so with nothing else amiss this is a 6 or higher.",
      },
    ],
  },
};
