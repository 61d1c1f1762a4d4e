import type { AnswerName, Answers } from "#lib/domain/analysis/findings/views.ts";
import { sourcesKey } from "./context-store.ts";
import { inTime } from "./in-time.ts";
import type { AnswerRequest } from "./messages.ts";
import { askThread, type ThreadAnswers } from "./thread-client.ts";

/** What the thread is asked for a view. */
export type ThreadQuestion = Omit<AnswerRequest, "id" | "kind">;
type Finding = Answers[AnswerName];

/** A page that waits for intervals asks every second; who has not asked for so long has gone. */
const WANTED_FOR_MS = 10_000;

/** An answer on its way, so that asking again waits for the same one: when it was begun, when somebody last asked, and how many wait. */
type Running = {
  request: ThreadQuestion;
  answers: ThreadAnswers;
  startedAt: number;
  askedAt: number;
  waiting: number;
};
const running = new Map<string, Running>();

/** Whether the answer under this key is being computed in the thread. */
export function isUnderWay(key: string): boolean {
  return running.has(key);
}

/**
 * Asks the thread, or waits with those who have asked the same before. `onWhole` is told of the whole answer, also when it
 * comes after the patience has run out.
 * @param firstHere makes the first answer in this process, where that takes a moment
 */
export async function viewFromThread(
  request: ThreadQuestion,
  {
    key,
    patienceMs,
    firstHere,
    onWhole,
  }: {
    key: string;
    patienceMs: number;
    firstHere: (() => Promise<Finding>) | null;
    onWhole: (finding: Finding) => void;
  },
): Promise<{ finding: Finding; isPending: boolean }> {
  forgetUnwanted(request);
  const asked = running.get(key) ?? startThreadView(request, key, onWhole);
  asked.askedAt = Date.now();
  asked.waiting += 1;
  try {
    // Whoever comes back to it has waited already.
    return await firstOf(asked.answers, Math.max(0, patienceMs - (asked.askedAt - asked.startedAt)), firstHere);
  } finally {
    asked.waiting -= 1;
  }
}

/** The whole answer where it comes in time, else the first one. A first one that is made here is begun at once: it is needed. */
async function firstOf(
  answers: ThreadAnswers,
  patienceMs: number,
  firstHere: (() => Promise<Finding>) | null,
): Promise<{ finding: Finding; isPending: boolean }> {
  const whole = answers.whole.then((finding) => ({ finding, isPending: false }));
  // A request may be answered by one of the two while the other fails later: nobody waits for that one any more.
  for (const answer of [whole, answers.first]) answer.catch(() => {});
  const early = (firstHere?.() ?? answers.first).then((finding) => ({ finding, isPending: true }));
  early.catch(() => {});
  return (await inTime(whole, patienceMs)) ?? Promise.race([whole, early]);
}

function startThreadView(request: ThreadQuestion, key: string, onWhole: (finding: Finding) => void): Running {
  const answers = askThread(request);
  const asked: Running = { request, answers, startedAt: Date.now(), askedAt: Date.now(), waiting: 0 };
  running.set(key, asked);
  answers.whole
    .then(onWhole)
    .catch(() => {})
    .finally(() => {
      if (running.get(key) === asked) running.delete(key);
    });
  return asked;
}

/**
 * Resampling for a page that was left keeps the thread from the pages that are looked at. Where the data have changed since,
 * no page asks for it again, and going on with it would read the ratings anew and put out those of the newer question.
 */
export function forgetUnwanted(now: ThreadQuestion): void {
  for (const [key, { request, answers, askedAt, waiting }] of running) {
    const isOutdated = request.stamp !== now.stamp && sourcesKey(request.question) === sourcesKey(now.question);
    if (waiting > 0 || (!isOutdated && Date.now() - askedAt < WANTED_FOR_MS)) continue;
    running.delete(key);
    answers.forget();
  }
}
