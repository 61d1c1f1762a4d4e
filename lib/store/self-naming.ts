import type { SelfNaming } from "#lib/domain/episodes/self-naming.ts";
import { getDb } from "./db.ts";
import { SELF_NAMING_COLUMNS } from "./import-columns.ts";
import { insertRows } from "./recordset.ts";
import { storable } from "./storable.ts";
import { inTransaction } from "./transaction.ts";

/** An episode whose transcript was not looked through yet. Its turns are parsed by the caller. */
export type UnsearchedEpisode = { episodeId: string; turns: unknown };

/** Episodes whose transcripts were not looked through yet, at most `limit`; cheap where there are none. */
export async function listUnsearchedEpisodes(limit: number): Promise<UnsearchedEpisode[]> {
  return getDb().$queryRaw<UnsearchedEpisode[]>`
    SELECT e.id AS "episodeId", r.document -> 'turns' AS turns
    FROM episodes e JOIN episode_records r ON r.episode_id = e.id
    WHERE e.self_naming_count IS NULL ORDER BY e.id LIMIT ${limit}`;
}

/** What was found in one transcript that was looked through: at most one place a turn. */
export type SearchedEpisode = { episodeId: string; found: readonly SelfNaming[] };

/** Writes what was found in some transcripts, in place of what was found before. All of it or nothing. */
export async function writeSelfNamings(episodes: readonly SearchedEpisode[]): Promise<void> {
  if (episodes.length === 0) return;
  const ids = episodes.map(({ episodeId }) => episodeId);
  await inTransaction(async (client) => {
    await client.query("DELETE FROM self_namings WHERE episode_id = ANY($1::text[])", [ids]);
    const rows = episodes.flatMap(({ episodeId, found }) =>
      found.map((naming) => storable({ episode_id: episodeId, ...naming })),
    );
    await insertRows(client, "self_namings", SELF_NAMING_COLUMNS, rows);
    await client.query(
      `UPDATE episodes e SET self_naming_count = n.count
       FROM unnest($1::text[], $2::int[]) AS n(id, count) WHERE e.id = n.id`,
      [ids, episodes.map(({ found }) => found.length)],
    );
  });
}
