import { AskedView } from "#components/analysis/live/asked-view.ts";
import type { ViewAnswer } from "#components/analysis/live/view-answer.ts";

type Answered = { isPending?: boolean; fingerprint?: string };
type Question = {
  query: string;
  signal: AbortSignal;
  isAhead: boolean;
  answer: (name: string, answered?: Answered) => void;
  fail: (why: string) => void;
};

/** A view of which every question waits until the test answers it, and a clock that the test sets. */
export function waitingView() {
  const asked: Question[] = [];
  const clock = { now: 0 };
  const view = new AskedView<"bias">(
    { ...answerOf("as loaded"), query: "" },
    (query, signal, isAhead) => {
      const { promise, resolve, reject } = Promise.withResolvers<ViewAnswer<"bias">>();
      asked.push({
        query,
        signal,
        isAhead,
        answer: (name, answered) => resolve(answerOf(name, answered)),
        fail: (why) => reject(new Error(why)),
      });
      return promise;
    },
    () => clock.now,
  );
  const shown = () => (view.state().shown.finding as unknown as { name: string }).name;
  const at = (place: number) => asked[place] as Question;
  /** Each question so far: its query, with a sign where it was asked ahead. */
  const questions = () => asked.map(({ query, isAhead }) => (isAhead ? `ahead ${query}` : query));
  return { view, asked, at, shown, questions, clock };
}

/** An answer whose finding is but a name. */
export function answerOf(
  name: string,
  { isPending = false, fingerprint = "first" }: Answered = {},
): ViewAnswer<"bias"> {
  return { finding: { name } as unknown as ViewAnswer<"bias">["finding"], isPending, fingerprint };
}

/** Lets promises that are settled be heard. */
export async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
}
