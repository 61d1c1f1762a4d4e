import type { CheckQuestion } from "./types.ts";

/** How many times the comprehension check may be taken; after the last failed try the visit ends. */
export const CHECK_TRIES = 2;

/** The outcome of one try: `wrong` holds the ids of questions answered wrongly or not at all. */
export type CheckGrade = { passed: boolean; wrong: string[] };

/** Grades one try. `answers` maps question ids to the chosen option's index. All questions must be right to pass. */
export function gradeCheck(
  answers: Readonly<Record<string, number | undefined>>,
  check: readonly CheckQuestion[],
): CheckGrade {
  const wrong = check.filter((question) => answers[question.id] !== question.correct).map((question) => question.id);
  return { passed: wrong.length === 0, wrong };
}
