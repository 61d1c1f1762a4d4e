import { type DraftConflict, emptyRating, isSameRating, mergeDraft } from "#lib/domain/annotations/merge-drafts.ts";
import type { RatingDraft } from "#lib/domain/annotations/rating-draft.ts";
import { ratingKey } from "#lib/domain/annotations/rating-key.ts";

/** The ratings of a draft, each under its dimension and agent. */
export type Ratings = Record<string, RatingDraft>;

/** Ratings under their keys. */
export function byKey(ratings: readonly RatingDraft[]): Ratings {
  return Object.fromEntries(ratings.map((rating) => [ratingKey(rating), rating]));
}

/** The ratings under these keys, as far as they are there. */
export function pick(ratings: Readonly<Ratings>, keys: readonly string[]): Ratings {
  return Object.fromEntries(keys.flatMap((key) => (ratings[key] ? [[key, ratings[key]]] : [])));
}

/** The keys of ratings that differ from what is confirmed; what was never touched is confirmed as empty. */
export function changedKeys(ratings: Readonly<Ratings>, confirmed: Readonly<Ratings>): string[] {
  return Object.entries(ratings)
    .filter(([key, rating]) => !isSameRating(rating, confirmed[key] ?? emptyRating(rating.agent, rating.dimension)))
    .map(([key]) => key);
}

/** One rating three ways: what both sides started from, mine, theirs; what is missing was never touched. */
export type ThreeWays = { key: string; base?: RatingDraft; mine?: RatingDraft; theirs?: RatingDraft };

/** Merges field by field into `ratings`, and answers them with the conflicts that only a person can settle, after `before`. */
export function mergeAll(
  ratings: Readonly<Ratings>,
  before: readonly DraftConflict[],
  ways: readonly ThreeWays[],
): { ratings: Ratings; conflicts: DraftConflict[] } {
  const merged: Ratings = { ...ratings };
  const conflicts: DraftConflict[] = [...before];
  for (const { key, base, mine, theirs } of ways) {
    const known = theirs ?? mine ?? base;
    if (!known) continue;
    const untouched = emptyRating(known.agent, known.dimension);
    const result = mergeDraft(base ?? untouched, mine ?? untouched, theirs ?? untouched);
    merged[key] = result.merged;
    conflicts.push(...result.conflicts);
  }
  return { ratings: merged, conflicts: newest(conflicts) };
}

/** The newest conflict of each field. */
function newest(conflicts: readonly DraftConflict[]): DraftConflict[] {
  return [...new Map(conflicts.map((conflict) => [`${ratingKey(conflict)}.${conflict.field}`, conflict])).values()];
}
