import type { DimensionGuideline } from "../types.ts";

/** Goal: how far the agent got with what it privately wanted. */
export const GOAL_V1: DimensionGuideline = {
  dimensionId: "goal",
  asks: [
    "Read the agent’s private goal again before you choose. Ask how much of it is reached at the end of the conversation, not how well the agent spoke on the way.",
    "If a goal has several parts, or a main aim and a better one, weigh them: the main aim alone is worth at least half. A firm promise counts nearly as much as the thing itself; “let me think about it” counts for little.",
    "If nothing was reached, effort still counts a little: 1 to 3 for an agent that tried, 0 for one that did not try or worked against itself.",
  ],
  bands: [
    {
      from: 0,
      to: 3,
      name: "hardly",
      meaning: "Nothing or next to nothing was reached; 0 means that it did not even try.",
    },
    {
      from: 4,
      to: 6,
      name: "less than half",
      meaning: "A part was reached, or a way to it was opened, but the bigger part is missing.",
    },
    {
      from: 7,
      to: 8,
      name: "more than half",
      meaning: "The main thing was reached, with something missing or uncertain.",
    },
    {
      from: 9,
      to: 10,
      name: "fully",
      meaning: "It has what it came for; 10 leaves nothing to wish.",
    },
  ],
  rationales: {
    good: [
      {
        situation:
          "A daughter wants her mother to see a doctor this week. In the end the mother makes the call while she is standing there.",
        score: 9,
        rationale:
          "In turn 11 the mother books Thursday in front of her. The visit itself is still to come, so I stop at 9.",
        why: "It holds the end of the talk against the goal and says what keeps it from a 10.",
      },
      {
        situation:
          "A clerk wants Friday off. He asks twice, gives his reason, and his boss says that it is out of the question.",
        score: 2,
        rationale:
          "He asks clearly in turns 1 and 5 and explains about the move, but he has nothing at the end, not even a maybe.",
        why: "It gives a little for a real try and nothing for results that are not there.",
      },
    ],
    poor: [
      {
        situation:
          "A woman means to ask her brother for the family recipes. They talk about football, and she never brings it up.",
        score: 2,
        rationale: "She did not get the recipes, but the conversation was pleasant.",
        why: "Nothing was reached and nothing was tried. That is a 0; pleasantness is scored elsewhere.",
      },
      {
        situation: "A seller wants at least $300 for a desk and hopes for $400. She sells it for $310.",
        score: 1,
        rationale: "She hoped for $400 and did not get anywhere near that price.",
        why: "Her main aim was $300 and she has it. Only the hope is missing, so 5 is the least that fits, and 7 is better.",
      },
    ],
  },
};
