import { CopyButton } from "#components/ui/copy-button.tsx";
import { plural } from "#components/ui/format.ts";
import { type Outcome, PAID_IN_FULL, type VisitEnding } from "#lib/domain/studies/outcomes.ts";
import { ReturnSoon } from "./return-soon.tsx";

type Words = { title: string; body: string };

const WORDS: Record<Outcome, Words> = {
  completed: {
    title: "Thank you, you are done",
    body: "Your ratings are in and complete. They help to learn how far programs can be trusted to judge conversations.",
  },
  declined: {
    title: "You chose not to take part",
    body: "That is all right. Nothing about you was stored except that somebody declined.",
  },
  wrong_device: {
    title: "This study needs a computer",
    body: "Conversation and form stand side by side here, which takes a larger screen. Nothing has been lost: open the same study link on a laptop or desktop computer and you can take part.",
  },
  failed_check: {
    title: "The study ends here for you",
    body: "Some answers to the questions on the guidelines were not right after the second try. The guidelines ask a lot, and this says nothing about you. Thank you for reading them and for your time.",
  },
  no_item_left: {
    title: "All conversations have been taken",
    body: "Others were faster, and nothing is left to rate. We are sorry that there is no work for you; whoever runs the study sees that you came.",
  },
  ran_out_midway: {
    title: "Thank you, there is nothing left to rate",
    body: "No further conversation can be given out. Your part counts as complete, and in full.",
  },
  came_late: {
    title: "This study has been closed",
    body: "It ended before there was anything for you to rate. Thank you for coming.",
  },
  came_again: {
    title: "You have been here before",
    body: "Your part in this study is over, and nothing more is needed.",
  },
  not_qualified: {
    title: "This study is for people who took part in an earlier one",
    body: "It admits only those who completed the study before it. Nothing else was recorded.",
  },
  came_in_pause: {
    title: "This study is paused at the moment",
    body: "You can take part when it goes on: open your study link again later. Whatever you did here so far is kept.",
  },
  submitted_nothing: {
    title: "There is no other conversation for you",
    body: "You submitted no ratings, and nothing else is left that you could rate. Thank you for your time; whoever runs the study sees that you were here.",
  },
  abandoned: {
    title: "This visit has ended",
    body: "It was left for a long time. Everything that was saved is kept: open your study link again to go on.",
  },
};

const WITHDRAWN: Words = {
  title: "Your part in this study is over",
  body: "Whoever runs it has ended it and deleted what you rated, wrote and answered, as is done for people who ask for that. When you were here and what you are paid for is kept. If this surprises you, write to them: their address is under Help.",
};

const BEFORE: Partial<Record<Outcome, string>> = {
  completed: "You completed it the first time, and your ratings are in.",
  ran_out_midway: "You completed it the first time, and your ratings are in.",
  declined: "You chose not to take part the first time.",
  failed_check: "It ended after the questions on the guidelines the first time.",
  submitted_nothing: "There was no other conversation for you the first time.",
};

/** Ends whose words tell what can still be done, so that nobody is led back to the panel before reading them. */
const STAYS: readonly Outcome[] = ["came_again", "came_in_pause", "wrong_device"];

/** What stands above the words: how the person's part had ended before, or that it is paid although nothing of it is left. */
function beforeOf({ outcome, firstOutcome, isWithdrawn }: VisitEnding): string | undefined {
  if (!isWithdrawn) return firstOutcome ? BEFORE[firstOutcome] : undefined;
  return PAID_IN_FULL.includes(firstOutcome ?? outcome) ? "Your part counts as complete, and in full." : undefined;
}

/** The last page: how it ended, the code as text with a copy button, and the way back to the panel. */
export function VisitEnd({
  ending,
  submitted,
  hasPanel,
}: {
  ending: VisitEnding;
  submitted: number;
  hasPanel: boolean;
}) {
  const { title, body } = ending.isWithdrawn ? WITHDRAWN : WORDS[ending.outcome];
  const before = beforeOf(ending);
  return (
    <>
      <h1 className="text-2xl">{title}</h1>
      <div className="prose-text mt-4">
        {before ? <p>{before}</p> : null}
        <p>{body}</p>
        {submitted > 0 && !ending.isWithdrawn ? <p>You rated {plural(submitted, "conversation")}.</p> : null}
      </div>
      {ending.code ? (
        <div className="mt-8 max-w-[28rem] rounded-surface border border-line bg-surface p-5">
          <h2 className="text-sm font-normal text-ink-2">Your completion code</h2>
          <div className="mt-1 flex flex-wrap items-center justify-between gap-3">
            <p className="font-mono text-xl font-semibold tracking-wide select-all [overflow-wrap:anywhere]">
              {ending.code}
            </p>
            <CopyButton text={ending.code} label="Copy code" />
          </div>
        </div>
      ) : null}
      {ending.returnUrl ? (
        <ReturnSoon url={ending.returnUrl} isAutomatic={!ending.isWithdrawn && !STAYS.includes(ending.outcome)} />
      ) : null}
      {!ending.returnUrl ? (
        <p className="mt-8 text-ink-2">
          {hasPanel && ending.code
            ? "Enter the code on the panel’s page. Then you can close this one."
            : "You can close this page now."}
        </p>
      ) : null}
    </>
  );
}
