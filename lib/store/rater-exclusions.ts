import { randomUUID } from "node:crypto";
import type { Actor } from "#lib/domain/access/actor.ts";
import { recordAudit } from "./audit.ts";
import { getDb } from "./db.ts";
import type { Prisma } from "./generated/client.ts";

/** A rater of an import as far as excluding needs to know. */
export type ExcludableRater = { id: number; importId: string; kind: string; raterKey: string; name: string };

/** One rater, or null. */
export async function findImportedRater(id: number): Promise<ExcludableRater | null> {
  return getDb().importedRater.findUnique({
    where: { id },
    select: { id: true, importId: true, kind: true, raterKey: true, name: true },
  });
}

/** The rater's rows: this one, or with `everywhere` those of all imports that know the same person or judge. */
async function rowsOf(
  tx: Prisma.TransactionClient,
  rater: ExcludableRater,
  everywhere: boolean,
): Promise<ExcludableRater[]> {
  if (!everywhere) return [rater];
  return tx.importedRater.findMany({
    where: { kind: rater.kind, raterKey: rater.raterKey },
    select: { id: true, importId: true, kind: true, raterKey: true, name: true },
    orderBy: { id: "asc" },
  });
}

/** Records exclusions that are not there yet, each with its line in the audit log. Answers how many were new. */
export async function excludeRaterRows(
  actor: Actor,
  rater: ExcludableRater,
  exclusion: { reason: string; at: Date; everywhere: boolean },
): Promise<number> {
  return getDb().$transaction(async (tx) => {
    let made = 0;
    for (const row of await rowsOf(tx, rater, exclusion.everywhere)) {
      const id = randomUUID();
      const by = actor.kind === "user" ? actor.userId : null;
      const count = await tx.$executeRaw`
        INSERT INTO rater_exclusions (id, rater_id, reason, excluded_by_id, excluded_at)
        VALUES (${id}, ${row.id}, ${exclusion.reason}, ${by}, ${exclusion.at}) ON CONFLICT DO NOTHING`;
      if (count === 0) continue;
      made += 1;
      await recordAudit(tx, {
        actor,
        action: "ratings.exclude-rater",
        subjectKind: "imported-rater",
        subjectId: String(row.id),
        after: { importId: row.importId, name: row.name, reason: exclusion.reason },
      });
    }
    return made;
  });
}

/** Ends the live exclusions of a rater; the record of them stays. Answers how many there were. */
export async function includeRaterRows(
  actor: Actor,
  rater: ExcludableRater,
  undo: { at: Date; everywhere: boolean },
): Promise<number> {
  return getDb().$transaction(async (tx) => {
    let ended = 0;
    for (const row of await rowsOf(tx, rater, undo.everywhere)) {
      const { count } = await tx.raterExclusion.updateMany({
        where: { raterId: row.id, revokedAt: null },
        data: { revokedAt: undo.at, revokedById: actor.kind === "user" ? actor.userId : null },
      });
      if (count === 0) continue;
      ended += count;
      await recordAudit(tx, {
        actor,
        action: "ratings.include-rater",
        subjectKind: "imported-rater",
        subjectId: String(row.id),
        before: { importId: row.importId, name: row.name },
      });
    }
    return ended;
  });
}
