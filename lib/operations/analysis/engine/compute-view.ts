import { createHash } from "node:crypto";
import { findAnswer } from "#lib/domain/analysis/find-view.ts";
import type { AnswerName, Answers } from "#lib/domain/analysis/findings/views.ts";
import type { AnalysisQuestion } from "#lib/domain/analysis/question.ts";
import { readStamp } from "#lib/store/analysis-stamp.ts";
import { BoundedCache } from "./bounded-cache.ts";
import { contextOf } from "./context-store.ts";
import { askThread } from "./thread-client.ts";

/** Up to this many ratings a view is computed where it is asked for; beyond, in a thread. */
const INLINE_RATINGS = 20_000;
/** The same for views that resample or fit a lot: a tenth of a second is the most that other people may wait for one. */
const INLINE_RATINGS_HEAVY = 1_000;
const HEAVY_VIEWS: readonly AnswerName[] = ["leaderboard", "grid", "agreement", "annotators"];
/** How long a request waits for the whole answer before it takes the first one. */
const PATIENCE_MS = 400;
const MOST_FINDINGS = 300;

/** The patience of those who take nothing but the whole answer, however long it takes. */
export const WHOLE = { patienceMs: 10 * 60_000 };

/** A finding with the fingerprint of the data and question it belongs to; `isPending` when resampling still runs. */
export type ComputedView<Name extends AnswerName> = { finding: Answers[Name]; isPending: boolean; fingerprint: string };

const findings = new BoundedCache<Answers[AnswerName]>(MOST_FINDINGS);

/**
 * Computes a view, or answers the one that was computed for the same data and question. Large data are read and computed
 * in a thread; where resampling takes long, the answer comes first without what needs it, and whole when asked again.
 */
export async function computeView<Name extends AnswerName>(
  question: AnalysisQuestion,
  view: Name,
  { patienceMs = PATIENCE_MS, inlineRatings = HEAVY_VIEWS.includes(view) ? INLINE_RATINGS_HEAVY : INLINE_RATINGS } = {},
): Promise<ComputedView<Name>> {
  const { stamp, ratings } = await readStamp(question);
  const fingerprint = fingerprintOf(question, stamp);
  const key = `${fingerprint} ${view}`;
  const known = findings.get(key, Date.now());
  if (known) return { finding: known as Answers[Name], isPending: false, fingerprint };
  if (ratings <= inlineRatings) {
    const finding = findAnswer(await contextOf(question, stamp), view);
    findings.set(key, finding, { now: Date.now() });
    return { finding: finding as Answers[Name], isPending: false, fingerprint };
  }
  const { finding, isPending } = await viewFromThread(question, stamp, view, key, patienceMs);
  return { finding: finding as Answers[Name], isPending, fingerprint };
}

/** The fingerprint that views of this question have now: it changes with the question and with the data. */
export async function readFingerprint(question: AnalysisQuestion): Promise<string> {
  return fingerprintOf(question, (await readStamp(question)).stamp);
}

function fingerprintOf(question: AnalysisQuestion, stamp: string): string {
  return createHash("sha256")
    .update(JSON.stringify([stamp, question]))
    .digest("hex")
    .slice(0, 16);
}

/** Answers that are on their way, so that asking again waits for the same one. */
const running = new Map<string, ReturnType<typeof askThread>>();

async function viewFromThread(
  question: AnalysisQuestion,
  stamp: string,
  view: AnswerName,
  key: string,
  patienceMs: number,
): Promise<{ finding: Answers[AnswerName]; isPending: boolean }> {
  const answers = running.get(key) ?? startThreadView({ question, stamp, view }, key);
  const whole = answers.whole.then((finding) => ({ finding, isPending: false }));
  const first = answers.first.then((finding) => ({ finding, isPending: true }));
  // A request may be answered by one of the two while the other fails later: nobody waits for that one any more.
  for (const answer of [whole, first]) answer.catch(() => {});
  const late = new Promise<null>((resolve) => {
    setTimeout(resolve, patienceMs, null).unref();
  });
  return (await Promise.race([whole, late])) ?? Promise.race([whole, first]);
}

function startThreadView(request: Parameters<typeof askThread>[0], key: string): ReturnType<typeof askThread> {
  const answers = askThread(request);
  running.set(key, answers);
  answers.whole
    .then((finding) => findings.set(key, finding, { now: Date.now() }))
    .catch(() => {})
    .finally(() => running.delete(key));
  return answers;
}
