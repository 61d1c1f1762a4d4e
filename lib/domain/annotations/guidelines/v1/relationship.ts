import type { DimensionGuideline } from "../types.ts";

/** Relationship: the bond before and after, and how the agent now stands with other people. */
export const RELATIONSHIP_V1: DimensionGuideline = {
  dimensionId: "relationship",
  asks: [
    "Compare the bond at the end with the bond at the start. Did trust, warmth or respect grow or shrink? Also think of the agent’s good name: would others who hear of this think better or worse of it?",
    "Start from what they were to each other. The same cool sentence may leave strangers where they were and hurt a married couple. Reaching a deal is not yet a better bond, and one awkward moment is not the end of one.",
    "The two agents often get the same score, but not always: one may go home charmed and the other insulted.",
  ],
  bands: [
    {
      from: -5,
      to: -3,
      name: "worse",
      meaning: "Trust is damaged in a way that will last; at −5 the bond is broken.",
    },
    {
      from: -2,
      to: 0,
      name: "strained or unchanged",
      meaning: "At 0 they part as they met; at −1 or −2 there is irritation that may pass.",
    },
    {
      from: 1,
      to: 3,
      name: "better",
      meaning: "They understand, like or trust each other somewhat more than before.",
    },
    {
      from: 4,
      to: 5,
      name: "much closer",
      meaning: "Something opened that will last; at 5 strangers have become close friends, or a rift has healed.",
    },
  ],
  rationales: {
    good: [
      {
        situation:
          "A son tells his father that he left law school a year ago. The father is hurt, asks why, and in the end offers to look at his furniture designs.",
        score: 3,
        rationale:
          "He risks telling the truth in turn 4, and by turn 9 his father wants to see the designs. The lie stood between them, and it is gone now.",
        why: "It compares before with after and says what changed the bond. The hurt is weighed, not ignored.",
      },
      {
        situation: "Two hikers who never met share a bench and a map, agree on the shorter trail, and go their ways.",
        score: 0,
        rationale:
          "They are civil and practical, but nothing in turns 1 to 6 goes beyond what any two strangers on a bench would say.",
        why: "It uses 0 for what it means, no change, and does not reward plain civility.",
      },
    ],
    poor: [
      {
        situation:
          "A landlord and a tenant who have always been correct with each other agree on a date for the plumber.",
        score: 5,
        rationale: "They found a date that suits both, so the relationship is excellent now.",
        why: "An agreement settles a matter; it did not bring them closer. This is a 0, perhaps a 1. A 5 is kept for a bond that is changed for good.",
      },
      {
        situation:
          "A friend forgets that the other does not drink and offers wine. There is a silence, an apology, and they move on.",
        score: -5,
        rationale: "Offering wine made the moment very uncomfortable for both of them.",
        why: "At −5 the friendship would be over. An awkward moment that was mended is at worst a −1.",
      },
    ],
  },
};
