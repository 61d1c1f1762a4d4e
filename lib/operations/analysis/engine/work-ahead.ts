import { setTimeout as sleep } from "node:timers/promises";
import type { ViewName } from "#lib/domain/analysis/findings/views.ts";
import { AGENT_SCOPES, type AnalysisQuestion } from "#lib/domain/analysis/question.ts";
import { BoundedCache } from "./bounded-cache.ts";
import { guessView } from "./compute-view.ts";
import { onePerProcess } from "./one-per-process.ts";

/** Somebody looks at an answer for so long before anything is computed ahead. */
const QUIET_MS = 350;
/** Between two questions whatever else has come is answered. */
const PAUSE_MS = 20;
const MOST_NOTED = 50;

/** Questions with another judge, by the question that they come from. */
const otherJudges = onePerProcess("other judges", () => new BoundedCache<readonly AnalysisQuestion[]>(MOST_NOTED));
/** How often work ahead was begun or given up; whoever works stops when it has changed. */
const calls = onePerProcess("calls of work ahead", () => ({ count: 0 }));

/** Says with which other judges a question may be asked next. */
export function noteOtherJudges(question: AnalysisQuestion, others: readonly AnalysisQuestion[]): void {
  otherJudges.set(JSON.stringify(question), others, { now: Date.now() });
}

/** Stops work ahead: somebody asks. */
export function giveUpWork(): void {
  calls.count += 1;
}

/**
 * Computes what somebody may turn to next while they look at a view: the same by another judge, of the other agents, with
 * other clusters. These filters bring other ratings in and take longest; those that leave ratings out are quick. Gives up
 * when somebody asks. Nothing depends on it: what was not computed is computed when it is asked for.
 * @param question the question as it is saved
 */
export async function workAhead(
  question: AnalysisQuestion,
  view: ViewName,
  { isPlain, quietMs = QUIET_MS }: { isPlain: boolean; quietMs?: number },
): Promise<void> {
  calls.count += 1;
  const own = calls.count;
  await sleep(quietMs, undefined, { ref: false });
  for (const likely of likelyQuestions(question)) {
    if (calls.count !== own) return;
    const guess = await guessView(likely, view, isPlain);
    if (guess === "too large") return;
    if (guess === "made") await sleep(PAUSE_MS, undefined, { ref: false });
  }
}

function likelyQuestions(question: AnalysisQuestion): AnalysisQuestion[] {
  const others = AGENT_SCOPES.filter((scope) => scope !== question.whichAgent);
  return [
    ...(otherJudges.get(JSON.stringify(question), Date.now()) ?? []),
    ...others.map((whichAgent) => ({ ...question, whichAgent })),
    { ...question, clusterRule: question.clusterRule === "scenario" ? "automatic" : "scenario" },
  ];
}
