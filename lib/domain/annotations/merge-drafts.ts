import type { AgentSeat } from "#lib/domain/episodes/episode.ts";
import type { RatingDraft } from "./rating-draft.ts";

/** A field that two tabs changed differently; `theirs` is what the other one has, so that neither is lost. */
export type DraftConflict =
  | { agent: AgentSeat; dimension: string; field: "score"; theirs: number | null }
  | { agent: AgentSeat; dimension: string; field: "rationale"; theirs: string };

/** A rating that nobody has touched. */
export function emptyRating(agent: AgentSeat, dimension: string): RatingDraft {
  return { agent, dimension, score: null, rationale: "", evidence: [] };
}

/** Whether two drafts of a rating say the same. */
export function isSameRating(a: RatingDraft, b: RatingDraft): boolean {
  return a.score === b.score && a.rationale === b.rationale && a.evidence.join() === b.evidence.join();
}

/**
 * Brings together what this tab has (`mine`) and what another one saved meanwhile (`theirs`), field by field against
 * what both started from (`base`). A field that only one of them changed takes that change. Where both changed it,
 * mine stays and theirs is listed as a conflict. Evidence is a set: what either added is in, what either removed is out.
 */
export function mergeDraft(
  base: RatingDraft,
  mine: RatingDraft,
  theirs: RatingDraft,
): { merged: RatingDraft; conflicts: DraftConflict[] } {
  const { agent, dimension } = mine;
  const conflicts: DraftConflict[] = [];
  const score = choose(base.score, mine.score, theirs.score);
  const rationale = choose(base.rationale, mine.rationale, theirs.rationale);
  if (score.isContested) conflicts.push({ agent, dimension, field: "score", theirs: theirs.score });
  if (rationale.isContested && theirs.rationale.trim() !== "")
    conflicts.push({ agent, dimension, field: "rationale", theirs: theirs.rationale });
  const evidence = mergeEvidence(base.evidence, mine.evidence, theirs.evidence);
  return { merged: { agent, dimension, score: score.value, rationale: rationale.value, evidence }, conflicts };
}

/**
 * What a form gave for one rating when it was sent before the page had arrived whole: scales and texts that were not
 * there yet came back as nothing, or as a beginning. Nothing of `base` is taken away by that; what was added stands.
 */
export function keepUnarrived(base: RatingDraft, sent: RatingDraft): RatingDraft {
  return {
    ...sent,
    score: sent.score ?? base.score,
    rationale: base.rationale.startsWith(sent.rationale) ? base.rationale : sent.rationale,
  };
}

function choose<T>(base: T, mine: T, theirs: T): { value: T; isContested: boolean } {
  if (mine === theirs || theirs === base) return { value: mine, isContested: false };
  if (mine === base) return { value: theirs, isContested: false };
  return { value: mine, isContested: true };
}

function mergeEvidence(base: readonly number[], mine: readonly number[], theirs: readonly number[]): number[] {
  const isRemoved = (turn: number) => base.includes(turn) && !(mine.includes(turn) && theirs.includes(turn));
  return [...new Set([...mine, ...theirs])].filter((turn) => !isRemoved(turn)).sort((a, b) => a - b);
}
