import type { Place } from "#lib/domain/shared/place.ts";
import type { DbOrTransaction } from "./db.ts";
import { searchQuery } from "./episode-filter.ts";

/** A broad search looks at so many episodes only: who sees a hundred types on. */
const MOST_MATCHES = 100;

/** Studies whose name holds the text, newest first. */
export async function findStudiesByName(db: DbOrTransaction, text: string, limit: number): Promise<Place[]> {
  return db.$queryRaw<Place[]>`
    SELECT 'study' AS kind, id, name AS title, state::text AS detail FROM studies
    WHERE strpos(lower(name), lower(${text})) > 0 ORDER BY created_at DESC, id DESC LIMIT ${limit}`;
}

/** Episodes that hold every word of the text, newest first among the first hundred met; none for a text without words. */
export async function findEpisodesByWords(db: DbOrTransaction, text: string, limit: number): Promise<Place[]> {
  const query = searchQuery(text);
  if (query === null) return [];
  return db.$queryRaw<Place[]>`
    SELECT 'episode' AS kind, m.id, m.agent1_name || ' and ' || m.agent2_name AS title,
      concat_ws(' · ', nullif(m.codename, ''), m.source_id) AS detail
    FROM (SELECT e.* FROM episodes e WHERE e.search @@ to_tsquery('simple', ${query}) LIMIT ${MOST_MATCHES}) m
    ORDER BY m.created_at DESC, m.id DESC LIMIT ${limit}`;
}
