import type { WarnedItem, WarningCounts, WarningKind } from "#lib/domain/studies/item-warnings.ts";
import type { DbOrTransaction } from "./db.ts";
import { Prisma } from "./generated/client.ts";

/** The items of a study beside what tells which of them are in twice: equal source ids, or equal dialogues. */
function itemsOf(studyId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT i.position, e.*,
      row_number() OVER (PARTITION BY e.source_id ORDER BY i.position) > 1 AS is_same_id,
      e.dialogue_hash <> '' AND row_number() OVER (PARTITION BY e.dialogue_hash ORDER BY i.position) > 1 AS is_same_dialogue,
      first_value(e.source_id) OVER (PARTITION BY e.dialogue_hash ORDER BY i.position) AS first_source_id
    FROM study_items i JOIN (SELECT id, source_id, dialogue_hash, self_naming_count, prompt_mark, prompt_mark_reason,
      conflict_state, agent1_name, agent2_name FROM episodes) e ON e.id = i.episode_id
    WHERE i.study_id = ${studyId}`;
}

/** Which items a kind of warning names, by the columns of {@link itemsOf}. */
const CONDITIONS: Record<WarningKind, Prisma.Sql> = {
  "self-naming": Prisma.sql`self_naming_count > 0`,
  foreign: Prisma.sql`prompt_mark = 'foreign'`,
  undecided: Prisma.sql`conflict_state = 'open'`,
  "set-aside": Prisma.sql`conflict_state = 'set-aside'`,
  doubled: Prisma.sql`(is_same_id OR is_same_dialogue)`,
};

/** Counts all kinds with one statement; transcripts are not read. */
export async function countItemWarnings(db: DbOrTransaction, studyId: string): Promise<WarningCounts> {
  const counts = Object.entries(CONDITIONS).map(
    ([kind, condition]) => Prisma.sql`count(*) FILTER (WHERE ${condition})::int AS ${Prisma.raw(`"${kind}"`)}`,
  );
  const [row] = await db.$queryRaw<WarningCounts[]>`
    SELECT ${Prisma.join(counts, ", ")}, coalesce(sum(self_naming_count), 0)::int AS places,
      count(*) FILTER (WHERE self_naming_count IS NULL)::int AS unsearched
    FROM (${itemsOf(studyId)}) i`;
  return row as WarningCounts;
}

const NOTES: Record<WarningKind, Prisma.Sql> = {
  "self-naming": Prisma.sql`''`,
  foreign: Prisma.sql`prompt_mark_reason`,
  undecided: Prisma.sql`'Several contents were imported under this id, and nobody has chosen yet.'`,
  "set-aside": Prisma.sql`'Another content of its id was chosen after the items were drawn.'`,
  doubled: Prisma.sql`CASE WHEN is_same_id THEN 'Another content of the same source id is in the study too.'
    ELSE 'Has the same dialogue as the episode ' || first_source_id || ' in this study.' END`,
};

/** The items of a study that one kind of warning names, by position after `afterPosition`, at most `limit`. */
export async function listWarnedItems(
  db: DbOrTransaction,
  studyId: string,
  options: { kind: WarningKind; afterPosition: number; limit: number },
): Promise<WarnedItem[]> {
  const { kind, afterPosition, limit } = options;
  return db.$queryRaw<WarnedItem[]>`
    SELECT i.position, i.id AS "episodeId", i.source_id AS "sourceId", i.agent1_name || ' and ' || i.agent2_name AS label,
      ${NOTES[kind]} AS note,
      CASE WHEN ${kind === "self-naming"} THEN (
        SELECT json_agg(json_build_object('turn', n.turn, 'agent', n.agent, 'excerpt', n.excerpt) ORDER BY n.turn)
        FROM self_namings n WHERE n.episode_id = i.id) ELSE '[]' END AS places
    FROM (${itemsOf(studyId)}) i
    WHERE ${CONDITIONS[kind]} AND i.position > ${afterPosition} ORDER BY i.position LIMIT ${limit}`;
}
