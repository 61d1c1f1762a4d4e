import type { WorkedRating } from "../types.ts";

/** The fourteen ratings of the worked example, dimension by dimension, agent 1 first. */
export const WORKED_RATINGS_V1: WorkedRating[] = [
  {
    dimensionId: "believability",
    agent: 1,
    score: 9,
    rationale:
      "Short, direct sentences and a fair deal by the end fit a mechanic who wants things settled today. The lathe and the bikes are the kind of detail a real person gives.",
    evidence: [6, 8],
  },
  {
    dimensionId: "believability",
    agent: 2,
    score: 9,
    rationale:
      "He is courteous, reminds her of thirty-one years of shoveling before he gives in, and asks for quiet Sundays. All of it fits a thrifty man who likes his peace.",
    evidence: [2, 9],
  },
  {
    dimensionId: "relationship",
    agent: 1,
    score: 2,
    rationale:
      "They began as neighbors at the mailbox and end with a shared machine and coffee. Her worry about his health in turn 3 brought some warmth into it.",
    evidence: [3, 10],
  },
  {
    dimensionId: "relationship",
    agent: 2,
    score: 2,
    rationale:
      "He lets her into his garage and his house, which he had no need to do. It is a friendlier footing, though not yet a friendship.",
    evidence: [7, 9],
  },
  {
    dimensionId: "knowledge",
    agent: 1,
    score: 4,
    rationale:
      "She learns that he has a dry, half-empty garage and seldom goes out. The garage solves a problem of space she had, so it is of some use.",
    evidence: [5, 7],
  },
  {
    dimensionId: "knowledge",
    agent: 2,
    score: 3,
    rationale:
      "He hears the price and that she saw him struggle last January. The first is a detail, the second only tells him what he felt himself.",
    evidence: [1, 3],
  },
  {
    dimensionId: "secret",
    agent: 1,
    score: 0,
    rationale:
      "She speaks of the blower as if she were staying, and nothing points to the sale of the house. Even owning it on paper raises no question.",
    evidence: [8],
  },
  {
    dimensionId: "secret",
    agent: 2,
    score: -2,
    rationale:
      "He does not mention the license, but going out so little and never after dark is a hint that she could put together with his age.",
    evidence: [4, 5],
  },
  {
    dimensionId: "social_rules",
    agent: 1,
    score: 0,
    rationale:
      "She presses a little with the ambulance, but it is meant kindly and she asks him what he could live with. That is within the rules.",
    evidence: [6],
  },
  {
    dimensionId: "social_rules",
    agent: 2,
    score: 0,
    rationale:
      "He bargains politely, names his offer openly and keeps his word at once with the check. Nothing is out of line.",
    evidence: [7, 9],
  },
  {
    dimensionId: "financial_and_material_benefits",
    agent: 1,
    score: 2,
    rationale:
      "She gets $200 toward a machine that will be hers, and a dry place for it at no cost. A small gain, and she can take it along or sell it.",
    evidence: [8, 9],
  },
  {
    dimensionId: "financial_and_material_benefits",
    agent: 2,
    score: 0,
    rationale:
      "He pays $200 and gets his drive cleared all winter by somebody else, which would cost about as much. For his money it is an even trade.",
    evidence: [7, 9],
  },
  {
    dimensionId: "goal",
    agent: 1,
    score: 6,
    rationale:
      "She wanted half, $300, and gets two thirds of that. The garage and the ownership make up for part of it, but not for the missing hundred.",
    evidence: [1, 8],
  },
  {
    dimensionId: "goal",
    agent: 2,
    score: 10,
    rationale:
      "He stays exactly at his limit of $200, the drive will be cleared, and he does not even have to run the machine.",
    evidence: [7, 8],
  },
];
