import type { EpisodeFilter, EpisodePage, EpisodeSort } from "#lib/domain/episodes/filter.ts";
import type { ListedEpisode } from "#lib/domain/episodes/listed-episode.ts";
import { getDb } from "./db.ts";
import { episodeFilterSql, type Sql } from "./episode-filter.ts";
import { Prisma } from "./generated/client.ts";

/** The two columns that an order goes by; the second one makes it total. */
type SortKey = { first: Sql; second: Sql; isDescending: boolean; kind: "time" | "number" | "text" };

const SORTS: Record<EpisodeSort, SortKey> = {
  newest: { first: Prisma.sql`e.created_at`, second: Prisma.sql`e.id`, isDescending: true, kind: "time" },
  oldest: { first: Prisma.sql`e.created_at`, second: Prisma.sql`e.id`, isDescending: false, kind: "time" },
  "turns-most": { first: Prisma.sql`e.turn_count`, second: Prisma.sql`e.id`, isDescending: true, kind: "number" },
  "turns-fewest": { first: Prisma.sql`e.turn_count`, second: Prisma.sql`e.id`, isDescending: false, kind: "number" },
  "source-id": { first: Prisma.sql`e.source_id`, second: Prisma.sql`e.variant`, isDescending: false, kind: "text" },
};

const COLUMNS = Prisma.sql`e.id, e.source_id AS "sourceId", e.variant, e.conflict_state AS "conflictState", e.codename,
  left(e.scenario_text, 200) AS situation, e.agent1_name AS "agent1Name", e.agent2_name AS "agent2Name",
  e.agent1_policy AS "agent1Policy", e.agent2_policy AS "agent2Policy", e.tag, e.turn_count AS "turnCount",
  e.is_hard AS "isHard", e.prompt_mark AS "promptMark", e.has_judgments AS "hasJudgments",
  e.annotation_count AS "annotationCount", e.imported_rater_count AS "importedRaterCount",
  e.has_imported_judgments AS "hasImportedJudgments", e.is_demo AS "isDemo", e.created_at AS "createdAt"`;

/** The place of an episode in an order, as it stands in an address. */
function placeOf(row: ListedEpisode, sort: EpisodeSort): string {
  const { kind } = SORTS[sort];
  if (kind === "time") return `${row.createdAt.getTime()}~${row.id}`;
  return kind === "number" ? `${row.turnCount}~${row.id}` : `${row.sourceId}~${row.variant}`;
}

/** Reads a place; null for one that does not fit the order, so that a mistyped address shows the first page. */
function readPlace(place: string, sort: EpisodeSort): Sql | null {
  const at = place.lastIndexOf("~");
  const [first, second] = [place.slice(0, at), place.slice(at + 1)];
  if (at < 1 || second === "") return null;
  const { kind } = SORTS[sort];
  if (kind === "text") return /^\d{1,6}$/.test(second) ? Prisma.sql`(${first}, ${Number(second)}::int)` : null;
  if (!/^\d{1,15}$/.test(first)) return null;
  if (kind === "number") return Prisma.sql`(${Number(first)}::int, ${second})`;
  return Prisma.sql`(${new Date(Number(first)).toISOString()}::timestamptz, ${second})`;
}

/** One page of a list. `next` and `previous` are places to go on from; null at either end. */
export type EpisodeList = { episodes: ListedEpisode[]; next: string | null; previous: string | null };

/**
 * The ids of all episodes that pass a filter, or null when there are more than `few`. Without an order to keep, the
 * database finds a small set by its best index; asked for it in order, it may walk the whole list for a handful.
 */
export async function findFewEpisodeIds(filter: EpisodeFilter, few: number): Promise<string[] | null> {
  const rows = await getDb().$queryRaw<{ id: string }[]>`
    SELECT e.id FROM episodes e WHERE ${episodeFilterSql(filter)} LIMIT ${few + 1}`;
  return rows.length > few ? null : rows.map((row) => row.id);
}

/** What a list is made of: the episodes that pass a filter, or these. */
export type EpisodeSet = { filter: EpisodeFilter } | { ids: string[] };

/**
 * Lists a set of episodes, at most `limit` of them, by keyset: the cost of a page does not depend on how far down the
 * list it is. With `before`, the page that ends there.
 */
export async function listEpisodes(set: EpisodeSet, page: EpisodePage, limit: number): Promise<EpisodeList> {
  const where = "ids" in set ? Prisma.sql`e.id = ANY(${set.ids})` : episodeFilterSql(set.filter);
  const isBackward = page.before !== undefined;
  const place = readPlace(page.before ?? page.after ?? "", page.sort);
  const { first, second, isDescending } = SORTS[page.sort];
  const goesDown = isDescending !== isBackward;
  const beyond = place
    ? goesDown
      ? Prisma.sql`AND (${first}, ${second}) < ${place}`
      : Prisma.sql`AND (${first}, ${second}) > ${place}`
    : Prisma.empty;
  const order = goesDown ? Prisma.sql`${first} DESC, ${second} DESC` : Prisma.sql`${first}, ${second}`;
  const rows = await getDb().$queryRaw<ListedEpisode[]>`
    SELECT ${COLUMNS} FROM episodes e WHERE ${where} ${beyond} ORDER BY ${order} LIMIT ${limit + 1}`;
  const hasMore = rows.length > limit;
  const episodes = rows.slice(0, limit);
  if (isBackward) episodes.reverse();
  const [top, bottom] = [episodes[0], episodes.at(-1)];
  const hasBefore = isBackward ? hasMore : place !== null;
  const hasAfter = isBackward ? place !== null : hasMore;
  return {
    episodes,
    previous: hasBefore && top ? placeOf(top, page.sort) : null,
    next: hasAfter && bottom ? placeOf(bottom, page.sort) : null,
  };
}

/** How many episodes pass a filter, counted up to `cap` and no further. */
export async function countEpisodes(filter: EpisodeFilter, cap: number): Promise<number> {
  const rows = await getDb().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT 1 FROM episodes e WHERE ${episodeFilterSql(filter)} LIMIT ${cap}) AS found`;
  return rows[0]?.count ?? 0;
}

/** What a filter can choose from. Each list is sorted and holds at most {@link OPTIONS_SHOWN} entries. */
export type FilterOptions = { policies: string[]; scenarios: string[]; tags: string[]; sourceFiles: string[] };

/** Options of one kind at most: beyond it a person searches instead of choosing. */
const OPTIONS_SHOWN = 300;

/** The distinct values of an indexed column, each found by one step along the index: many rows cost no more than few. */
async function distinctValues(column: Sql): Promise<string[]> {
  const rows = await getDb().$queryRaw<{ value: string }[]>`
    WITH RECURSIVE step(value, number) AS (
      (SELECT e.column_value, 1 FROM (SELECT ${column} AS column_value FROM episodes WHERE ${column} > '' ORDER BY ${column} LIMIT 1) e)
      UNION ALL
      SELECT (SELECT ${column} FROM episodes WHERE ${column} > step.value ORDER BY ${column} LIMIT 1), step.number + 1
      FROM step WHERE step.value IS NOT NULL AND step.number < ${OPTIONS_SHOWN})
    SELECT value FROM step WHERE value IS NOT NULL`;
  return rows.map((row) => row.value);
}

/** Everything that the filter bar offers. */
export async function listFilterOptions(): Promise<FilterOptions> {
  const [first, second, scenarios, tags, sourceFiles] = await Promise.all(
    [
      Prisma.sql`agent1_policy`,
      Prisma.sql`agent2_policy`,
      Prisma.sql`codename`,
      Prisma.sql`tag`,
      Prisma.sql`source_file`,
    ].map(distinctValues),
  );
  const policies = [...new Set([...(first ?? []), ...(second ?? [])])].sort((one, other) => (one < other ? -1 : 1));
  return { policies, scenarios: scenarios ?? [], tags: tags ?? [], sourceFiles: sourceFiles ?? [] };
}
