import { buttonClasses } from "#components/ui/button-classes.ts";
import { Callout } from "#components/ui/callout.tsx";
import { plural } from "#components/ui/format.ts";
import { Progress } from "#components/ui/progress.tsx";

/**
 * Between two conversations nothing is held and no time runs. The next one is given out by the button, so that opening
 * or reloading this page takes nothing from anybody.
 */
export function NextEpisode({
  action,
  submitted,
  total,
  minutesPerItem,
  isBegun,
  isPaused,
  wasSkipped,
}: {
  action: string;
  submitted: number;
  total: number;
  minutesPerItem: number;
  /** A conversation is in hand, or ratings of one whose hold ran out are saved: it comes next. */
  isBegun: boolean;
  isPaused: boolean;
  wasSkipped: boolean;
}) {
  const left = total - submitted;
  return (
    <>
      {isPaused ? (
        <div className="mb-6">
          <Callout tone="warn" title="The study is paused at the moment">
            Everything you submitted is kept. Open your link again later to go on.
          </Callout>
        </div>
      ) : null}
      <h1 className="text-2xl">{title(submitted, wasSkipped, isBegun)}</h1>
      <p className="prose-text mt-3">
        {isBegun ? "What you gave the conversation that you had begun is saved. " : ""}
        {body(submitted > 0 && !isBegun, left, minutesPerItem)}
      </p>
      <div className="mt-6 max-w-[28rem]">
        <Progress value={submitted} max={total} label="Conversations submitted" />
        <p className="mt-2 text-sm text-ink-2">
          {submitted} of {total} submitted
        </p>
      </div>
      <form method="post" action={action} className="mt-8">
        <button type="submit" className={buttonClasses("primary")}>
          {isBegun
            ? "Go on with my conversation"
            : submitted === 0
              ? "Open the first conversation"
              : "Open the next conversation"}
        </button>
      </form>
    </>
  );
}

function title(submitted: number, wasSkipped: boolean, isBegun: boolean): string {
  if (wasSkipped) return "That conversation was given back";
  if (isBegun) return "Go on where you stopped";
  return submitted === 0 ? "You are ready to begin" : "Your ratings are in, thank you";
}

function body(isBreak: boolean, left: number, minutesPerItem: number): string {
  const work = `${plural(left, "conversation")} ${left === 1 ? "is" : "are"} left for you, about ${plural(left * minutesPerItem, "minute")} in all.`;
  return isBreak
    ? `${work} This is a good moment for a break: nothing is held for you here, and no time runs.`
    : `${work} Your work saves itself as you go. You can stop at any moment and come back by your study link, on this or another device.`;
}
