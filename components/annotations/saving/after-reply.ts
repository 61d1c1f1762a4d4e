import { ratingKey } from "#lib/domain/annotations/rating-key.ts";
import type { DraftSnapshot, SaveReply, SaveRequest, StoredDraft } from "./draft-types.ts";
import { mergeAll, type Ratings } from "./ratings-by-key.ts";

/** What changes on the page when a save was accepted; `isClean` says whether the server has everything now. */
export function afterSaved(
  before: DraftSnapshot,
  request: SaveRequest,
  reply: Extract<SaveReply, { kind: "saved" }>,
  isClean: boolean,
): Partial<DraftSnapshot> {
  const sentSomething = request.changes.length > 0;
  return {
    revision: reply.revision,
    ...(sentSomething || before.savedAt ? { savedAt: reply.savedAt } : {}),
    ...(sentSomething || before.state === "offline" ? { state: isClean ? "saved" : "waiting" } : {}),
  };
}

/** What changes when somebody else was faster: theirs and mine, merged from what both started from (`confirmed`). */
export function afterStale(
  before: DraftSnapshot,
  confirmed: Readonly<Ratings>,
  reply: Extract<SaveReply, { kind: "stale" }>,
): Partial<DraftSnapshot> {
  const ways = reply.ratings.map((theirs) => {
    const key = ratingKey(theirs);
    return { key, base: confirmed[key], mine: before.ratings[key], theirs };
  });
  const merged = mergeAll(before.ratings, before.conflicts, ways);
  return { ...merged, revision: reply.revision, takenOver: before.takenOver + 1, state: "waiting" };
}

/** What changes when work is taken up that another page kept on this device: its changes, merged into what is here. */
export function takenUp(before: DraftSnapshot, stored: StoredDraft): Partial<DraftSnapshot> {
  const ways = Object.entries(stored.mine).map(([key, mine]) => ({
    key,
    base: stored.base[key],
    mine,
    theirs: before.ratings[key],
  }));
  return mergeAll(before.ratings, [...before.conflicts, ...stored.conflicts], ways);
}
