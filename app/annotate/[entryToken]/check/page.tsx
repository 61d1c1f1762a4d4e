import type { Metadata } from "next";
import { CheckForm } from "#components/annotate/check-form.tsx";
import { VisitFrame } from "#components/annotate/visit-frame.tsx";
import { checkForStudy } from "#lib/domain/annotations/guidelines/check-for-study.ts";
import { getGuidelines } from "#lib/domain/annotations/guidelines/get-guidelines.ts";
import { frameProps } from "../frame-props.ts";
import { requireVisit } from "../require-visit.ts";

export const metadata: Metadata = { title: "Questions on the guidelines" };

type Props = {
  params: Promise<{ entryToken: string }>;
  searchParams: Promise<{ given?: string | string[]; missing?: string }>;
};

/** The comprehension check; after a failed try with what was answered and why it was right or wrong. */
export default async function CheckPage({ params, searchParams }: Props) {
  const { entryToken } = await params;
  const { given, missing } = await searchParams;
  const { visit, paths } = await requireVisit(entryToken, "check");
  const { study } = visit;
  const questions = checkForStudy(getGuidelines(study.guidelinesVersion), study.dimensions);
  const answers = readAnswers(given, questions.length);
  const isSecondTry = visit.checkTriesLeft < 2 && answers.some((answer) => answer !== null);
  return (
    <VisitFrame {...frameProps(visit)} step="Questions">
      <CheckForm
        action={paths.api("check")}
        guidelines={paths.guidelines}
        questions={questions.map((question, index) => ({
          id: question.id,
          question: question.question,
          options: question.options,
          given: answers[index] ?? null,
          isMissing: missing === "1" && (answers[index] ?? null) === null,
          feedback: isSecondTry ? feedbackFor(question, answers[index] ?? null) : null,
        }))}
        triesLeft={visit.checkTriesLeft}
      />
    </VisitFrame>
  );
}

type Question = ReturnType<typeof checkForStudy>[number];

function feedbackFor(question: Question, answer: number | null) {
  const isRight = answer === question.correct;
  return { isRight, text: isRight ? question.feedback.right : question.feedback.wrong };
}

/** `given` lists the chosen options in the order of the questions, `-` for none: "2.1.-.0". */
function readAnswers(given: string | string[] | undefined, count: number): (number | null)[] {
  const parts = typeof given === "string" ? given.split(".") : [];
  return Array.from({ length: count }, (_, index) => (/^\d$/.test(parts[index] ?? "") ? Number(parts[index]) : null));
}
