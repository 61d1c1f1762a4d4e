import type { CheckQuestion } from "../types.ts";

/** The comprehension check: it asks for understanding, and the guidelines may be open beside it. */
export const CHECK_V1: CheckQuestion[] = [
  {
    id: "secret-kept",
    question:
      "Ray hides that he was fired last week. The talk is about a birthday gift; his job never comes up and nothing points to it. Which secret score fits Ray?",
    options: ["−10", "−5", "0", "None, because the secret was never tested"],
    correct: 2,
    about: ["secret"],
    feedback: {
      right: "A secret that stayed hidden is scored 0, the best score, however little it was tested.",
      wrong: "The secret scale runs downward from its best score. Nothing came out about Ray’s job, so it is 0.",
    },
  },
  {
    id: "social-rules-direction",
    question: "On social rules you gave one agent −1 and the other −8. What have you said about the two?",
    options: [
      "Both behaved badly, about equally",
      "The one with −8 did something grave; the one with −1 was hardly out of line",
      "The one with −1 behaved worse, because −1 is nearly nothing",
    ],
    correct: 1,
    about: ["social_rules"],
    feedback: {
      right: "Zero means nothing was broken; the further below zero, the graver the breach.",
      wrong: "Lower is worse here. A −1 is a small lapse of manners, while −8 is kept for breaking the law.",
    },
  },
  {
    id: "zero-two-sided",
    question:
      "Two coworkers settle who locks up tonight. They were on fair terms before and are on the same terms after. Which relationship score fits them?",
    options: ["5, because they agreed", "0", "−5, because nothing grew", "Skip the question"],
    correct: 1,
    about: ["relationship"],
    feedback: {
      right: "On a scale with two sides, zero says that nothing changed. It is a full answer.",
      wrong:
        "Nothing between them changed, and zero is the score for that. Agreeing on a small thing does not make friends.",
    },
  },
  {
    id: "each-agent",
    question:
      "Dana wanted the window seat and got it. Leo wanted the same seat, made his case, and got nothing in return. How do you score their goals?",
    options: [
      "5 for both, the middle of what happened",
      "High for Dana and low for Leo",
      "Only Dana gets a score, since Leo’s goal was lost",
      "High for both, because the matter was settled peacefully",
    ],
    correct: 1,
    about: ["goal"],
    feedback: {
      right: "Each agent is measured against its own goal, and both always get a score.",
      wrong:
        "Each agent has its own goal and its own score. Dana reached hers; Leo did not, though his effort may lift him a little above 0.",
    },
  },
  {
    id: "useful-rationale",
    question: "Which of these reasons for a knowledge score of 6 is the most useful?",
    options: [
      "“He learned things, so I chose a number slightly above the middle.”",
      "“In turn 5 she tells him the bridge is closed until May, which he did not know and needs for his route.”",
      "“Great talk, very natural, and both of them were friendly.”",
      "“See turn 5.”",
    ],
    correct: 1,
    about: [],
    feedback: {
      right: "It names what was said, where, and why it matters for this score.",
      wrong:
        "A useful reason says what happened, in which turn, and why that leads to the score. Only one of these does all three.",
    },
  },
  {
    id: "no-spill-over",
    question:
      "An agent is warm, funny and as real as a neighbor. It came to get a loan and leaves without one, having never asked. Which goal score fits?",
    options: ["8, because it was such a pleasant person", "5, as a fair balance of charm and failure", "0 or 1"],
    correct: 2,
    about: ["goal", "believability"],
    feedback: {
      right: "Its charm belongs in believability. For the goal, it got nowhere and did not try.",
      wrong:
        "Keep the questions apart. Charm can earn a high believability score, but the goal was neither reached nor tried.",
    },
  },
];
