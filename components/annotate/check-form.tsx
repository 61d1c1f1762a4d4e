import { buttonClasses } from "#components/ui/button-classes.ts";
import { Callout } from "#components/ui/callout.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { ErrorSummary } from "#components/ui/error-summary.tsx";

/** One question as the page shows it; it does not say which answer is right. */
export type CheckItem = {
  id: string;
  question: string;
  options: readonly string[];
  given: number | null;
  isMissing: boolean;
  feedback: { isRight: boolean; text: string } | null;
};

const MISSING = "Choose an answer.";

/** The questions on the guidelines: native radio buttons, feedback below each question after a failed try. */
export function CheckForm({
  action,
  guidelines,
  questions,
  triesLeft,
}: {
  action: string;
  guidelines: string;
  questions: readonly CheckItem[];
  triesLeft: number;
}) {
  const missing = questions.flatMap(({ id, isMissing }, index) =>
    isMissing ? [{ message: `Question ${index + 1}: ${MISSING}`, href: `#${id}-0` }] : [],
  );
  const wrong = questions.filter(({ feedback }) => feedback && !feedback.isRight).length;
  return (
    <>
      {missing.length > 0 ? (
        <div className="mb-6">
          <ErrorSummary title="Some questions have no answer yet" items={missing} />
        </div>
      ) : null}
      <h1 className="text-2xl">Questions on the guidelines</h1>
      <p className="prose-text mt-3">
        A few short questions show whether the guidelines are clear. You have{" "}
        {triesLeft === 1 ? "one try" : "two tries"}
        {wrong > 0 ? " left" : ""}, and the{" "}
        <a className="link" href={guidelines} target="_blank" rel="noreferrer">
          guidelines<span className="sr-only"> (open in a new tab)</span>
        </a>{" "}
        may stay open beside them.
      </p>
      {wrong > 0 ? (
        <div className="mt-5">
          <Callout
            tone="warn"
            title={wrong === 1 ? "One answer was not right yet" : `${wrong} answers were not right yet`}
          >
            Below each question stands why. Change what needs changing and send them once more.
          </Callout>
        </div>
      ) : null}
      <form method="post" action={action} autoComplete="off" className="mt-8">
        {questions.map((question, index) => (
          <Question key={question.id} question={question} number={index + 1} />
        ))}
        <button type="submit" className={classNames(buttonClasses("primary"), "mt-4")}>
          Send my answers
        </button>
      </form>
    </>
  );
}

function Question({ question, number }: { question: CheckItem; number: number }) {
  const { id, feedback, isMissing } = question;
  return (
    <fieldset
      className="mb-8 min-w-0 border-line border-t pt-5"
      aria-describedby={feedback || isMissing ? `${id}-note` : undefined}
    >
      <legend className="float-left w-full pb-3 font-text text-lg leading-normal">
        <span className="mr-2 font-ui text-sm text-ink-2">{number}</span> {question.question}
      </legend>
      <div className="clear-both space-y-1">
        {question.options.map((option, index) => (
          <label
            key={option}
            htmlFor={`${id}-${index}`}
            className="flex min-h-10 items-center gap-3 rounded-control px-2 py-1.5 hover:bg-sunken"
          >
            <input
              id={`${id}-${index}`}
              type="radio"
              name={id}
              value={index}
              defaultChecked={question.given === index}
              className="size-5 shrink-0 accent-accent"
            />
            {option}
          </label>
        ))}
      </div>
      {isMissing ? (
        <p id={`${id}-note`} className="mt-2 px-2 text-sm font-semibold text-bad">
          {MISSING}
        </p>
      ) : null}
      {feedback ? (
        <p
          id={`${id}-note`}
          className={classNames("mt-2 border-l-3 px-3 text-sm", feedback.isRight ? "border-ok" : "border-warn")}
        >
          <b className="font-semibold">{feedback.isRight ? "Right. " : "Not yet. "}</b>
          {feedback.text}
        </p>
      ) : null}
    </fieldset>
  );
}
