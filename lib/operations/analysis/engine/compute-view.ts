import { createHash } from "node:crypto";
import { findAnswer, RESAMPLED_VIEWS } from "#lib/domain/analysis/find-view.ts";
import type { AnswerName, Answers, ViewName } from "#lib/domain/analysis/findings/views.ts";
import type { AnalysisQuestion } from "#lib/domain/analysis/question.ts";
import { readStamp } from "#lib/store/analysis-stamp.ts";
import { contextOf } from "./context-store.ts";
import { INLINE_RATINGS } from "./inline-ratings.ts";
import { keptFindings as kept } from "./kept-findings.ts";
import { onePerProcess } from "./one-per-process.ts";
import { askThread } from "./thread-client.ts";
import { forgetUnwanted, isUnderWay, type ThreadQuestion, viewFromThread } from "./thread-views.ts";

/** What is kept once it was computed: views, and what the filters of a question can be narrowed to. */
type KeptName = ViewName | "filters";
type Finding = Answers[AnswerName];

/** The lower bound for views that resample or fit a lot: a tenth of a second is the most that other people may wait for one. */
const INLINE_RATINGS_HEAVY = 1_000;
const HEAVY_VIEWS: readonly KeptName[] = ["leaderboard", "grid", "agreement", "annotators"];
/** How long the whole answer is waited for, from when it was first asked for, before the first one is taken. */
const PATIENCE_MS = 150;

/** The patience of those who take nothing but the whole answer, however long it takes. */
export const WHOLE = { patienceMs: 10 * 60_000 };

/** A finding with the fingerprint of the data and question it belongs to; `isPending` when resampling still runs. */
export type ComputedView<Name extends KeptName> = { finding: Answers[Name]; isPending: boolean; fingerprint: string };

/**
 * How a view is computed. `isPlain` leaves out what needs resampling and is whole without it: an exploratory slice shows
 * no tests, and of some views resampling adds nothing else. `isGlance` begins no resampling before the same is asked a
 * second time: who turns one filter after the other stays at none, and would wait for what nobody looks at. `isAhead` begins
 * none however often it is asked, as nobody has turned that filter yet.
 */
type Manner = { patienceMs?: number; inlineRatings?: number; isPlain?: boolean; isGlance?: boolean; isAhead?: boolean };

/**
 * Computes a view, or answers the one that was computed for the same data and question. Large data are read and computed
 * in a thread; where resampling takes long, the answer comes first without what needs it, and whole when asked again.
 */
export const computeView = onePerProcess("compute a view", () => compute);

async function compute<Name extends KeptName>(
  question: AnalysisQuestion,
  view: Name,
  manner: Manner = {},
): Promise<ComputedView<Name>> {
  const { isPlain = false, isAhead = false } = manner;
  const { stamp, ratings } = await readStamp(question);
  const fingerprint = fingerprintOf(question, stamp);
  const asked: Asked = { question, stamp, ratings, view, key: keyOf(fingerprint, view, isPlain) };
  const known = kept.whole(asked.key, isAhead);
  const found = known ? { finding: known, isPending: false } : await computeAsked(asked, manner);
  return { finding: found.finding as Answers[Name], isPending: found.isPending, fingerprint };
}

/** A view to compute: of which question over which data, and the key under which it is kept. */
type Asked = { question: AnalysisQuestion; stamp: string; ratings: number; view: KeptName; key: string };
type Found = { finding: Finding; isPending: boolean };

async function computeAsked(asked: Asked, manner: Manner): Promise<Found> {
  const { view, ratings, key } = asked;
  const { isPlain = false, isAhead = false } = manner;
  const { inlineRatings = HEAVY_VIEWS.includes(view) ? INLINE_RATINGS_HEAVY : INLINE_RATINGS } = manner;
  if (ratings > inlineRatings) return computeInThread(asked, manner);
  const finding = await computeHere(asked, !isPlain);
  kept.keepWhole(key, finding, isAhead);
  return { finding, isPending: false };
}

/** The whole answer from the thread where it comes in time; else the first one, which may be computed here. */
async function computeInThread(
  asked: Asked,
  { patienceMs = PATIENCE_MS, isPlain = false, isGlance = false, isAhead = false }: Manner,
): Promise<Found> {
  const { question, stamp, ratings, view, key } = asked;
  // The thread may be in the middle of another answer; a first one that takes a moment is given without waiting for it.
  const isQuick = !isPlain && ratings <= INLINE_RATINGS;
  const request: ThreadQuestion = { question, stamp, task: { name: view }, steps: stepsOf(view, isPlain, isQuick) };
  const firstHere = isQuick ? () => computeHere(asked, false) : null;
  const seen = kept.glance(key);
  const mayWait = isGlance && (isQuick || request.steps === "both") && !isUnderWay(key);
  if (mayWait && (isAhead || !seen))
    return { finding: seen ?? (await glance(request, key, firstHere)), isPending: true };
  return viewFromThread(seen ? { ...request, steps: "whole" } : request, {
    key,
    patienceMs,
    firstHere: seen ? async () => seen : firstHere,
    onWhole: (finding) => kept.keepWhole(key, finding, isAhead),
  });
}

async function computeHere(
  { question, stamp, view }: Omit<Asked, "ratings" | "key">,
  resample: boolean,
): Promise<Finding> {
  return findAnswer({ ...(await contextOf(question, stamp)), resample }, { name: view });
}

/** The first answer alone; it is kept for when the rest is asked for. */
async function glance(
  request: ThreadQuestion,
  key: string,
  firstHere: (() => Promise<Finding>) | null,
): Promise<Finding> {
  forgetUnwanted(request);
  const finding = kept.guessedGlance(key) ?? (await (firstHere?.() ?? askThread({ ...request, steps: "first" }).whole));
  kept.keepGlance(key, finding);
  return finding;
}

/**
 * Computes what is shown first of a view to a question that nobody has asked yet, where that takes a moment: asking it is
 * then answered at once, and resamples as if nothing had been computed.
 */
export const guessView = onePerProcess("guess a view", () => guess);

async function guess(
  question: AnalysisQuestion,
  view: ViewName,
  isPlain: boolean,
): Promise<"made" | "known" | "too large"> {
  const { stamp, ratings } = await readStamp(question);
  const key = keyOf(fingerprintOf(question, stamp), view, isPlain);
  if (kept.has(key) || isUnderWay(key)) return "known";
  if (ratings > INLINE_RATINGS) return "too large";
  const isFirst = HEAVY_VIEWS.includes(view) && ratings > INLINE_RATINGS_HEAVY;
  const finding = await computeHere({ question, stamp, view }, !isPlain && !isFirst);
  kept.keepGuess(key, finding, !isFirst);
  return "made";
}

function keyOf(fingerprint: string, view: KeptName, isPlain: boolean): string {
  return `${fingerprint} ${view}${isPlain ? " plain" : ""}`;
}

function stepsOf(view: KeptName, isPlain: boolean, isQuick: boolean): ThreadQuestion["steps"] {
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
