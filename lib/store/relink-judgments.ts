import type pg from "pg";
import type { ParsedEpisode } from "#lib/domain/episodes/import/parsed-row.ts";
import { judgeNameOf } from "./import-contents.ts";
import { storable } from "./storable.ts";

/**
 * Adds the ratings of a record that were not kept when it was imported, to the judgment that was; none is changed or taken
 * away. What is said to be missing is said anew.
 */
export async function addMissingRatings(
  client: pg.ClientBase,
  episodes: readonly { id: string; parsed: ParsedEpisode }[],
): Promise<void> {
  const judged = episodes.flatMap(({ id, parsed }) => (parsed.judgment ? [{ id, judgment: parsed.judgment }] : []));
  if (judged.length === 0) return;
  const ratings = judged.flatMap(({ id, judgment }) =>
    judgment.ratings.map((rating) => ({ episode_id: id, judge: judgeNameOf(judgment), ...rating })),
  );
  await client.query(
    `INSERT INTO judgment_ratings (judgment_id, agent, dimension, score, rationale)
     SELECT j.id, n.agent, n.dimension, n.score, n.rationale
     FROM json_to_recordset($1::json) AS n(episode_id text, judge text, agent smallint, dimension text, score float8, rationale text)
     JOIN episodes e ON e.id = n.episode_id LEFT JOIN episode_imports i ON i.id = e.import_id
     JOIN judges o ON o.name = n.judge AND o.version = coalesce(i.judge_version, '')
     JOIN judgments j ON j.judge_id = o.id AND j.episode_id = e.id
     ON CONFLICT (judgment_id, agent, dimension) DO NOTHING`,
    [JSON.stringify(storable(ratings))],
  );
  const gaps = judged.map(({ id, judgment }) => ({ id, gaps: judgment.incomplete }));
  await client.query(
    `UPDATE episode_records r SET facts = r.facts || jsonb_build_object('judgmentGaps', n.gaps)
     FROM json_to_recordset($1::json) AS n(id text, gaps jsonb)
     WHERE r.episode_id = n.id AND r.facts -> 'judgmentGaps' IS DISTINCT FROM n.gaps`,
    [JSON.stringify(storable(gaps))],
  );
}
