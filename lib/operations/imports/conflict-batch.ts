import { CONFLICT_KINDS, type ConflictChoice, type ConflictKind } from "#lib/domain/episodes/import-conflicts.ts";
import { keepVersions, listBoundSourceIds, markForRelink, reopenVersions } from "#lib/store/conflicts.ts";
import type { DbOrTransaction } from "#lib/store/db.ts";
import { type ConflictToDecide, listConflictsToDecide } from "#lib/store/import-conflicts.ts";

/** Source ids decided in one transaction, so that nobody waits long beside it. */
export const DECIDED_AT_ONCE = 500;

/** Where deciding has got to: the kind in hand and the last source id of it; null when all is done. */
export type DecidePlace = { kind: ConflictKind; after: string } | null;

/** The place at which deciding begins. */
export const FIRST_PLACE: DecidePlace = { kind: CONFLICT_KINDS[0], after: "" };

type Wish = { importId: string; records?: readonly number[] | undefined; keep: ConflictChoice };

/**
 * Decides the next conflicts of an import, at most {@link DECIDED_AT_ONCE} of one kind. `bound` counts those that stay as
 * they are because a study goes by them. `next` is where to go on, null at the end.
 */
export async function decideBatch(
  tx: DbOrTransaction,
  wish: Wish,
  place: NonNullable<DecidePlace>,
): Promise<{ decided: number; bound: number; next: DecidePlace }> {
  const { kind, after } = place;
  const { records, keep } = wish;
  const found = await listConflictsToDecide(tx, wish.importId, kind, { records, keep, after, limit: DECIDED_AT_ONCE });
  const bound = await listBoundSourceIds(
    tx,
    kind,
    found.map(({ sourceId }) => sourceId),
  );
  const free = found.filter(({ sourceId }) => !bound.has(sourceId));
  await decide(tx, kind, keep, free);
  const last = found.length === DECIDED_AT_ONCE ? found.at(-1) : undefined;
  return {
    decided: free.length,
    bound: bound.size,
    next: last ? { kind, after: last.sourceId } : kindAfter(kind),
  };
}

async function decide(tx: DbOrTransaction, kind: ConflictKind, keep: ConflictChoice, conflicts: ConflictToDecide[]) {
  const sourceIds = conflicts.map(({ sourceId }) => sourceId);
  if (keep === "undecided") await reopenVersions(tx, kind, sourceIds);
  else
    await keepVersions(
      tx,
      kind,
      conflicts.map(({ sourceId, newerId, olderId }) => ({ sourceId, keptId: keep === "newer" ? newerId : olderId })),
    );
  await markForRelink(tx, kind, sourceIds);
}

function kindAfter(kind: ConflictKind): DecidePlace {
  const next = CONFLICT_KINDS[CONFLICT_KINDS.indexOf(kind) + 1];
  return next ? { kind: next, after: "" } : null;
}
