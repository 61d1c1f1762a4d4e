import { createHash } from "node:crypto";
import { findAnswer, RESAMPLED_VIEWS } from "#lib/domain/analysis/find-view.ts";
import type { AnswerName, Answers, ViewName } from "#lib/domain/analysis/findings/views.ts";
import type { AnalysisQuestion } from "#lib/domain/analysis/question.ts";
import { readStamp } from "#lib/store/analysis-stamp.ts";
import { BoundedCache } from "./bounded-cache.ts";
import { contextOf, sourcesKey } from "./context-store.ts";
import { INLINE_RATINGS } from "./inline-ratings.ts";
import type { AnswerRequest } from "./messages.ts";
import { askThread, type ThreadAnswers } from "./thread-client.ts";

/** What is kept once it was computed: views, and what the filters of a question can be narrowed to. */
type KeptName = ViewName | "filters";
type ThreadQuestion = Omit<AnswerRequest, "id" | "kind">;

/** The lower bound for views that resample or fit a lot: a tenth of a second is the most that other people may wait for one. */
const INLINE_RATINGS_HEAVY = 1_000;
const HEAVY_VIEWS: readonly KeptName[] = ["leaderboard", "grid", "agreement", "annotators"];
/** How long a request waits for the whole answer before it takes the first one. */
const PATIENCE_MS = 150;
const MOST_FINDINGS = 300;
/** A page that waits for intervals asks every second; who has not asked for so long has gone. */
const WANTED_FOR_MS = 10_000;

/** The patience of those who take nothing but the whole answer, however long it takes. */
export const WHOLE = { patienceMs: 10 * 60_000 };

/** A finding with the fingerprint of the data and question it belongs to; `isPending` when resampling still runs. */
export type ComputedView<Name extends KeptName> = { finding: Answers[Name]; isPending: boolean; fingerprint: string };

const findings = new BoundedCache<Answers[AnswerName]>(MOST_FINDINGS);
/** First answers to questions of which the rest was not begun. */
const glances = new BoundedCache<Answers[AnswerName]>(MOST_FINDINGS);

/**
 * How a view is computed. `isPlain` leaves out what needs resampling and is whole without it: an exploratory slice shows
 * no tests, and of some views resampling adds nothing else. `isGlance` begins no resampling before the same is asked a
 * second time: who turns one filter after the other stays at none, and would wait for what nobody looks at.
 */
type Manner = { patienceMs?: number; inlineRatings?: number; isPlain?: boolean; isGlance?: boolean };

/**
 * Computes a view, or answers the one that was computed for the same data and question. Large data are read and computed
 * in a thread; where resampling takes long, the answer comes first without what needs it, and whole when asked again.
 */
export async function computeView<Name extends KeptName>(
  question: AnalysisQuestion,
  view: Name,
  {
    patienceMs = PATIENCE_MS,
    inlineRatings = HEAVY_VIEWS.includes(view) ? INLINE_RATINGS_HEAVY : INLINE_RATINGS,
    isPlain = false,
    isGlance = false,
  }: Manner = {},
): Promise<ComputedView<Name>> {
  const { stamp, ratings } = await readStamp(question);
  const fingerprint = fingerprintOf(question, stamp);
  const key = `${fingerprint} ${view}${isPlain ? " plain" : ""}`;
  const answer = (finding: Answers[AnswerName], isPending = false) => ({
    finding: finding as Answers[Name],
    isPending,
    fingerprint,
  });
  const known = findings.get(key, Date.now());
  if (known) return answer(known);
  const here = async (resample: boolean) =>
    findAnswer({ ...(await contextOf(question, stamp)), resample }, { name: view });
  if (ratings <= inlineRatings) {
    const finding = await here(!isPlain);
    findings.set(key, finding, { now: Date.now() });
    return answer(finding);
  }
  // The thread may be in the middle of another answer; a first one that takes a moment is given without waiting for it.
  const isQuick = !isPlain && ratings <= INLINE_RATINGS;
  const request = { question, stamp, task: { name: view }, steps: stepsOf(view, isPlain, isQuick) };
  const first = isQuick ? () => here(false) : null;
  const seen = glances.get(key, Date.now());
  const mayWait = isGlance && (isQuick || request.steps === "both") && !running.has(key);
  if (mayWait && !seen) return answer(await glance(request, key, first), true);
  const rest = seen
    ? { request: { ...request, steps: "whole" as const }, first: async () => seen }
    : { request, first };
  const { finding, isPending } = await viewFromThread(rest.request, key, patienceMs, rest.first);
  return answer(finding, isPending);
}

/** The first answer alone; it is kept for when the rest is asked for. */
async function glance(
  request: ThreadQuestion,
  key: string,
  firstHere: (() => Promise<Answers[AnswerName]>) | null,
): Promise<Answers[AnswerName]> {
  forgetUnwanted(request);
  const finding = await (firstHere?.() ?? askThread({ ...request, steps: "first" }).whole);
  glances.set(key, finding, { now: Date.now() });
  return finding;
}

function stepsOf(view: KeptName, isPlain: boolean, isQuick: boolean): AnswerRequest["steps"] {
  if (isPlain) return "first";
  return isQuick || !RESAMPLED_VIEWS.some((resampled) => resampled === view) ? "whole" : "both";
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

/** An answer on its way, so that asking again waits for the same one: when somebody last asked, and how many wait. */
type Running = { request: ThreadQuestion; answers: ThreadAnswers; askedAt: number; waiting: number };
const running = new Map<string, Running>();

async function viewFromThread(
  request: ThreadQuestion,
  key: string,
  patienceMs: number,
  firstHere: (() => Promise<Answers[AnswerName]>) | null,
): Promise<{ finding: Answers[AnswerName]; isPending: boolean }> {
  forgetUnwanted(request);
  const asked = running.get(key) ?? startThreadView(request, key);
  asked.askedAt = Date.now();
  asked.waiting += 1;
  try {
    return await firstOf(asked.answers, patienceMs, firstHere);
  } finally {
    asked.waiting -= 1;
  }
}

/** The whole answer where it comes in time, else the first one. A first one that is made here is begun at once: it is needed. */
async function firstOf(
  answers: ThreadAnswers,
  patienceMs: number,
  firstHere: (() => Promise<Answers[AnswerName]>) | null,
): Promise<{ finding: Answers[AnswerName]; isPending: boolean }> {
  const whole = answers.whole.then((finding) => ({ finding, isPending: false }));
  // A request may be answered by one of the two while the other fails later: nobody waits for that one any more.
  for (const answer of [whole, answers.first]) answer.catch(() => {});
  const late = new Promise<null>((resolve) => {
    setTimeout(resolve, patienceMs, null).unref();
  });
  const early = (firstHere?.() ?? answers.first).then((finding) => ({ finding, isPending: true }));
  early.catch(() => {});
  return (await Promise.race([whole, late])) ?? Promise.race([whole, early]);
}

function startThreadView(request: ThreadQuestion, key: string): Running {
  const answers = askThread(request);
  const asked: Running = { request, answers, askedAt: Date.now(), waiting: 0 };
  running.set(key, asked);
  answers.whole
    .then((finding) => findings.set(key, finding, { now: Date.now() }))
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
function forgetUnwanted(now: ThreadQuestion): void {
  for (const [key, { request, answers, askedAt, waiting }] of running) {
    const isOutdated = request.stamp !== now.stamp && sourcesKey(request.question) === sourcesKey(now.question);
    if (waiting > 0 || (!isOutdated && Date.now() - askedAt < WANTED_FOR_MS)) continue;
    running.delete(key);
    answers.forget();
  }
}
