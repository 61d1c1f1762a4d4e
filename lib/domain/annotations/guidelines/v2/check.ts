import type { CheckQuestion } from "../types.ts";
import { CHECK_V1 } from "../v1/check.ts";

/** Fits every study: neither the question nor its answers name a dimension or a score. */
const USEFUL_RATIONALE: CheckQuestion = {
  id: "useful-rationale",
  question: "Which of these reasons for a score is the most useful?",
  options: [
    "“It went rather well, so I chose a number slightly above the middle.”",
    "“In turn 5 he takes back the promise of turn 2, so at the end she has nothing to rely on.”",
    "“Great talk, very natural, and both of them were friendly.”",
    "“See turn 5.”",
  ],
  correct: 1,
  about: [],
  feedback: {
    right: "It names what was said, where, and why it matters for the score.",
    wrong:
      "A useful reason says what happened, in which turn, and why that leads to the score. Only one of these does all three.",
  },
};

/** The second version of the comprehension check. */
export const CHECK_V2: CheckQuestion[] = CHECK_V1.map((question) =>
  question.id === USEFUL_RATIONALE.id ? USEFUL_RATIONALE : question,
);
