import type pg from "pg";
import type { ConflictKind } from "#lib/domain/episodes/import-conflicts.ts";
import type { DbOrTransaction } from "./db.ts";
import { Prisma } from "./generated/client.ts";
import { PROFILE_TABLES } from "./import-columns.ts";

/** The table that keeps a kind of record, as a piece of SQL. */
export function conflictTable(kind: ConflictKind): Prisma.Sql {
  return Prisma.raw(kind === "episode" ? "episodes" : PROFILE_TABLES[kind].table);
}

/** A new version reopens the question for all versions of its source id. Which one counts meanwhile stays as it is. */
export async function openConflicts(client: pg.ClientBase, table: string, sourceIds: string[]): Promise<void> {
  if (sourceIds.length === 0) return;
  await client.query(
    `UPDATE "${table}" SET conflict_state = 'open', decided_at = NULL
     WHERE source_id = ANY($1) AND conflict_state IS DISTINCT FROM 'open'`,
    [sourceIds],
  );
}

/** Which version to go on with under a source id, by our id. */
export type Kept = { sourceId: string; keptId: string };

/** Keeps one version of each of these source ids and sets the others aside; an earlier decision is replaced. */
export async function keepVersions(db: DbOrTransaction, kind: ConflictKind, kept: readonly Kept[]): Promise<void> {
  if (kept.length === 0) return;
  const table = conflictTable(kind);
  const sourceIds = kept.map(({ sourceId }) => sourceId);
  const ids = kept.map(({ keptId }) => keptId);
  const current = (value: boolean) => (kind === "episode" ? Prisma.empty : Prisma.sql`, is_current = ${value}`);
  // The others first: two versions may never count at once, not even within a statement.
  await db.$executeRaw`
    UPDATE ${table} SET conflict_state = 'set-aside', decided_at = now() ${current(false)}
    WHERE source_id = ANY(${sourceIds}::text[]) AND id <> ALL(${ids}::text[])`;
  await db.$executeRaw`
    UPDATE ${table} SET conflict_state = 'chosen', decided_at = now() ${current(true)} WHERE id = ANY(${ids}::text[])`;
}

/** Takes decisions back: the version that came first counts again, and the question is open. */
export async function reopenVersions(
  db: DbOrTransaction,
  kind: ConflictKind,
  sourceIds: readonly string[],
): Promise<void> {
  if (sourceIds.length === 0) return;
  const table = conflictTable(kind);
  if (kind !== "episode") {
    const isFirst = Prisma.sql`variant = (SELECT min(v.variant) FROM ${table} v WHERE v.source_id = t.source_id)`;
    await db.$executeRaw`UPDATE ${table} t SET is_current = false WHERE source_id = ANY(${sourceIds}::text[]) AND NOT (${isFirst})`;
    await db.$executeRaw`UPDATE ${table} t SET is_current = true WHERE source_id = ANY(${sourceIds}::text[]) AND ${isFirst}`;
  }
  await db.$executeRaw`
    UPDATE ${table} SET conflict_state = 'open', decided_at = NULL WHERE source_id = ANY(${sourceIds}::text[])`;
}

/** What an episode of a launched study goes by, of each kind. Annotators see neither relationships' stories nor pairs. */
const GOES_BY: Partial<Record<ConflictKind, Prisma.Sql>> = {
  episode: Prisma.sql`ARRAY[e.source_id]`,
  scenario: Prisma.sql`ARRAY[e.scenario_source_id]`,
  "agent-profile": Prisma.sql`ARRAY[e.agent1_source_id, e.agent2_source_id]`,
};

/** Those of these source ids whose decision a study goes by that was launched since; they cannot be decided otherwise. */
export async function listBoundSourceIds(
  db: DbOrTransaction,
  kind: ConflictKind,
  sourceIds: readonly string[],
): Promise<Set<string>> {
  const goesBy = GOES_BY[kind];
  if (!goesBy || sourceIds.length === 0) return new Set();
  const rows = await db.$queryRaw<{ sourceId: string }[]>`
    WITH decided AS (
      SELECT source_id, max(decided_at) AS at FROM ${conflictTable(kind)}
      WHERE source_id = ANY(${[...sourceIds]}::text[]) AND decided_at IS NOT NULL GROUP BY source_id
    ), launched AS (
      SELECT u.source_id, max(s.launched_at) AS at
      FROM studies s JOIN study_items i ON i.study_id = s.id JOIN episodes e ON e.id = i.episode_id
      CROSS JOIN LATERAL unnest(${goesBy}) AS u(source_id)
      WHERE s.launched_at >= (SELECT min(at) FROM decided) GROUP BY u.source_id
    )
    SELECT d.source_id AS "sourceId" FROM decided d JOIN launched l ON l.source_id = d.source_id AND l.at >= d.at`;
  return new Set(rows.map((row) => row.sourceId));
}

/** Asks for the episodes that name these scenarios or characters to be read again, as another version counts now. */
export async function markForRelink(
  db: DbOrTransaction,
  kind: ConflictKind,
  sourceIds: readonly string[],
): Promise<void> {
  if ((kind !== "scenario" && kind !== "agent-profile") || sourceIds.length === 0) return;
  const ids = [...sourceIds];
  const names =
    kind === "scenario"
      ? Prisma.sql`e.scenario_source_id = ANY(${ids}::text[])`
      : Prisma.sql`(e.agent1_source_id = ANY(${ids}::text[]) OR e.agent2_source_id = ANY(${ids}::text[]))`;
  await db.$executeRaw`
    INSERT INTO episode_relinks (episode_id) SELECT e.id FROM episodes e WHERE ${names} AND e.shape <> 'demo'
    ON CONFLICT (episode_id) DO UPDATE SET mark = nextval('episode_relinks_mark_seq')`;
}

/** Keeps every version of an episode's source id side by side. */
export async function keepAllVersions(db: DbOrTransaction, sourceId: string): Promise<void> {
  await db.$executeRaw`
    UPDATE episodes SET conflict_state = 'kept', decided_at = now() WHERE source_id = ${sourceId}`;
}

/** The source id of an episode in conflict, decided or not, with the ids of all its versions; null for any other episode. */
export async function findConflict(
  db: DbOrTransaction,
  episodeId: string,
): Promise<{ sourceId: string; versionIds: string[] } | null> {
  const rows = await db.$queryRaw<{ id: string; sourceId: string }[]>`
    SELECT id, source_id AS "sourceId" FROM episodes
    WHERE source_id = (SELECT source_id FROM episodes WHERE id = ${episodeId}) AND conflict_state IS NOT NULL
    ORDER BY variant FOR UPDATE`;
  const sourceId = rows.find(({ id }) => id === episodeId)?.sourceId;
  return sourceId === undefined ? null : { sourceId, versionIds: rows.map(({ id }) => id) };
}
