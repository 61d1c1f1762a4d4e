import {
  CONFLICT_KINDS,
  type ConflictChoice,
  type ConflictCounts,
  type ConflictKind,
} from "#lib/domain/episodes/import-conflicts.ts";
import { conflictTable } from "./conflicts.ts";
import type { DbOrTransaction } from "./db.ts";
import { Prisma } from "./generated/client.ts";

/** Counts the conflicts of an import by kind: source ids that its lines report, decided or not. */
export async function countImportConflicts(db: DbOrTransaction, importId: string): Promise<ConflictCounts> {
  const parts = CONFLICT_KINDS.map(
    (kind) => Prisma.sql`
      SELECT ${kind} AS kind, count(DISTINCT t.source_id) FILTER (WHERE t.conflict_state = 'open')::int AS open,
        count(DISTINCT t.source_id) FILTER (WHERE t.conflict_state <> 'open')::int AS decided
      FROM episode_import_lines l JOIN ${conflictTable(kind)} t ON t.id = l.record_id
      WHERE l.import_id = ${importId} AND l.outcome = 'conflict' AND l.kind = ${kind}`,
  );
  const rows = await db.$queryRaw<{ kind: ConflictKind; open: number; decided: number }[]>`
    ${Prisma.join(parts, " UNION ALL ")}`;
  return Object.fromEntries(rows.map(({ kind, ...counts }) => [kind, counts])) as ConflictCounts;
}

/** A conflict that an import's line reports, as a decision needs it. */
export type ConflictToDecide = { sourceId: string; newerId: string; olderId: string };

/**
 * Conflicts of one kind that an import reports: those of these records, else those that `keep` would change, at most
 * `limit`, by source id after `after`. The newer version is the last that came with the file, the older one the first here.
 */
export async function listConflictsToDecide(
  db: DbOrTransaction,
  importId: string,
  kind: ConflictKind,
  which: { records?: readonly number[] | undefined; keep: ConflictChoice; after: string; limit: number },
): Promise<ConflictToDecide[]> {
  const table = conflictTable(kind);
  const state = which.records
    ? Prisma.sql`l.record = ANY(${[...which.records]}::int[])`
    : which.keep === "undecided"
      ? Prisma.sql`t.conflict_state <> 'open'`
      : Prisma.sql`t.conflict_state = 'open'`;
  return db.$queryRaw<ConflictToDecide[]>`
    SELECT DISTINCT ON (t.source_id) t.source_id AS "sourceId", t.id AS "newerId",
      (SELECT v.id FROM ${table} v WHERE v.source_id = t.source_id ORDER BY v.variant LIMIT 1) AS "olderId"
    FROM episode_import_lines l JOIN ${table} t ON t.id = l.record_id
    WHERE l.import_id = ${importId} AND l.outcome = 'conflict' AND l.kind = ${kind} AND ${state} AND t.source_id > ${which.after}
    ORDER BY t.source_id, l.record DESC LIMIT ${which.limit}`;
}

/** A line of a report that tells of a conflict. */
export type ConflictLine = { record: number; line: number; kind: ConflictKind; sourceId: string; recordId: string };

/** The conflicts that an import reports, in the order of the file after record `after`. */
export async function listConflictLines(
  db: DbOrTransaction,
  importId: string,
  after: number,
  limit: number,
): Promise<ConflictLine[]> {
  return db.$queryRaw<ConflictLine[]>`
    SELECT record, line, kind, source_id AS "sourceId", record_id AS "recordId" FROM episode_import_lines
    WHERE import_id = ${importId} AND outcome = 'conflict' AND record_id IS NOT NULL AND record > ${after}
    ORDER BY record LIMIT ${limit}`;
}

/** A version with what a person compares of it. */
export type ComparedVersion = {
  id: string;
  sourceId: string;
  conflictState: string | null;
  content: Record<string, unknown>;
};

/** Columns of a profile that say nothing of its content. */
const NO_CONTENT = ["id", "source_id", "variant", "is_current", "conflict_state", "decided_at", "content_hash", "raw"];

/** What tells two episodes of one source id apart; a whole transcript as one text, of which the difference is shown. */
const EPISODE_CONTENT = Prisma.sql`jsonb_build_object('scenario', t.scenario_text, 'agent 1', t.agent1_name, 'agent 2', t.agent2_name,
  'policy of agent 1', t.agent1_policy, 'policy of agent 2', t.agent2_policy, 'judge', t.environment_model, 'tag', t.tag,
  'turns', t.turn_count, 'rated by a judge', t.has_judgments, 'file', t.source_file,
  'dialogue', (SELECT string_agg('Turn ' || (turn ->> 'number') || ': ' || coalesce(nullif(turn ->> 'text', ''), turn ->> 'type'), ' ' ORDER BY place)
    FROM episode_records r CROSS JOIN LATERAL jsonb_path_query(r.document, '$.turns[*]') WITH ORDINALITY AS d(turn, place)
    WHERE r.episode_id = t.id))`;

/** All versions of some source ids in the order of their arrival, with what a person compares. */
export async function listComparedVersions(
  db: DbOrTransaction,
  kind: ConflictKind,
  sourceIds: readonly string[],
): Promise<ComparedVersion[]> {
  if (sourceIds.length === 0) return [];
  const content =
    kind === "episode"
      ? EPISODE_CONTENT
      : Prisma.sql`to_jsonb(t) - ${[...NO_CONTENT, "import_id", "is_demo", "created_at"]}::text[]`;
  return db.$queryRaw<ComparedVersion[]>`
    SELECT t.id, t.source_id AS "sourceId", t.conflict_state AS "conflictState", ${content} AS content
    FROM ${conflictTable(kind)} t WHERE t.source_id = ANY(${[...sourceIds]}::text[]) ORDER BY t.source_id, t.variant`;
}
