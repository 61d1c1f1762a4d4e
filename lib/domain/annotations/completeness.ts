import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import { isInScale } from "#lib/domain/dimensions/scale.ts";
import type { FieldIssue } from "#lib/domain/shared/errors.ts";
import { formatInteger } from "./guidelines/format-integer.ts";
import type { RatingDraft } from "./rating-draft.ts";
import { ratingKey } from "./rating-key.ts";
import { type RationaleProblem, rationaleProblems } from "./rationale.ts";

type Scale = Pick<Dimension, "id" | "name" | "min" | "max">;

/** What an annotation is checked against: the study's dimensions in their order, the agents' names, the last turn's number. */
export type AnnotationFrame = {
  dimensions: readonly Scale[];
  agentNames: readonly [string, string];
  turnCount: number;
};

/**
 * What still stands between a draft and its submission, in the order of the form; empty when nothing does.
 * Paths are `dimension.agent.field`, for example `secret.2.score` or `goal.1.rationale`.
 */
export function annotationIssues(ratings: readonly RatingDraft[], frame: AnnotationFrame): FieldIssue[] {
  const given = new Map(ratings.map((rating) => [ratingKey(rating), rating]));
  const wanted = frame.dimensions.flatMap((scale) => ([1, 2] as const).map((agent) => ({ scale, agent })));
  const rationales = wanted.map(({ scale, agent }) => ({
    agent,
    dimension: scale.id,
    rationale: given.get(ratingKey({ dimension: scale.id, agent }))?.rationale ?? "",
  }));
  const problems = new Map(rationaleProblems(rationales).map((problem) => [ratingKey(problem), problem]));
  return wanted.flatMap(({ scale, agent }) => {
    const key = ratingKey({ dimension: scale.id, agent });
    const name = frame.agentNames[agent - 1] ?? `agent ${agent}`;
    const rating = given.get(key);
    return [
      ...scoreIssues(`${key}.score`, rating?.score ?? null, scale, name),
      ...rationaleIssues(`${key}.rationale`, problems.get(key), scale, name, frame),
      ...evidenceIssues(`${key}.evidence`, rating?.evidence ?? [], scale, frame.turnCount),
    ];
  });
}

/** What is wrong with a draft that is being saved: only what can never become right (scale, dimension, turns). */
export function draftIssues(changes: readonly RatingDraft[], dimensions: readonly Scale[]): FieldIssue[] {
  return changes.flatMap((change): FieldIssue[] => {
    const scale = dimensions.find((dimension) => dimension.id === change.dimension);
    const key = ratingKey(change);
    if (!scale) return [{ path: key, message: "This study has no such dimension." }];
    if (change.score === null || isInScale(change.score, scale)) return [];
    return [{ path: `${key}.score`, message: rangeMessage(scale) }];
  });
}

/** How many of the ratings asked for have a score and a rationale, in [0, 1]. */
export function answeredShare(ratings: readonly RatingDraft[], dimensionCount: number): number {
  const answered = ratings.filter((rating) => rating.score !== null && rating.rationale.trim() !== "").length;
  return dimensionCount === 0 ? 1 : Math.min(1, answered / (2 * dimensionCount));
}

function rangeMessage(scale: Scale): string {
  return `${scale.name} is a whole number from ${formatInteger(scale.min)} to ${formatInteger(scale.max)}.`;
}

function scoreIssues(path: string, score: number | null, scale: Scale, name: string): FieldIssue[] {
  if (score === null) return [{ path, message: `Choose a score for ${name} on ${scale.name}.` }];
  return isInScale(score, scale) ? [] : [{ path, message: rangeMessage(scale) }];
}

function rationaleIssues(
  path: string,
  problem: RationaleProblem | undefined,
  scale: Scale,
  name: string,
  frame: AnnotationFrame,
): FieldIssue[] {
  if (!problem) return [];
  const messages = {
    empty: `Say in a sentence why ${name} gets this score on ${scale.name}.`,
    filler: `The rationale for ${name} on ${scale.name} says nothing yet. Say in a sentence why.`,
    repeated: `The rationale for ${name} on ${scale.name} repeats ${sourceOf(problem, frame)}. Say what is particular here.`,
  };
  return [{ path, message: messages[problem.problem] }];
}

function sourceOf(problem: RationaleProblem, frame: AnnotationFrame): string {
  const first = problem.sameAs;
  const name = first ? frame.agentNames[first.agent - 1] : undefined;
  const scale = frame.dimensions.find((dimension) => dimension.id === first?.dimension);
  return `the one for ${name ?? "the other agent"} on ${scale?.name ?? "another dimension"}`;
}

function evidenceIssues(path: string, evidence: readonly number[], scale: Scale, turnCount: number): FieldIssue[] {
  const missing = evidence.filter((turn) => turn < 1 || turn > turnCount);
  if (missing.length === 0) return [];
  return [{ path, message: `${scale.name} cites turn ${missing.join(", ")}, which this conversation does not have.` }];
}
