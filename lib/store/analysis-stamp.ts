import type { AnalysisSources } from "./analysis-columns.ts";
import { repeatRows } from "./sql.ts";

/** What the data of some sources looked like: two equal stamps mean equal ratings. `ratings` is how many there are, about. */
export type DataStamp = { stamp: string; ratings: number };

const READ = `
  SELECT coalesce((SELECT string_agg(s.id || ':' || s.state || ':' ||
      coalesce(md5(s.sampling::text), '') || ':' || a.counts || ':' || given.counts, ',' ORDER BY s.id) FROM studies s
      CROSS JOIN LATERAL (SELECT count(*) || ':' || coalesce(max(n.submitted_at)::text, '') || ':' || count(n.excluded_at)
        || ':' || coalesce(max(n.excluded_at)::text, '') AS counts
        FROM annotations n WHERE n.study_id = s.id AND n.state = 'submitted') a
      CROSS JOIN LATERAL (SELECT count(*) || ':' || count(g.ended_at) || ':' || coalesce(max(g.ended_at)::text, '') AS counts
        FROM assignments g WHERE g.study_id = s.id) given
      WHERE s.id = ANY($1::text[])), '') || '|' ||
    coalesce((SELECT string_agg(i.id || ':' || i.state || ':' || coalesce(i.finished_at::text, '') || ':' || x.counts, ','
      ORDER BY i.id) FROM rating_imports i
      CROSS JOIN LATERAL (SELECT count(e.id) || ':' || count(e.revoked_at) AS counts
        FROM imported_raters r LEFT JOIN rater_exclusions e ON e.rater_id = r.id WHERE r.import_id = i.id) x
      WHERE i.id = ANY($2::text[])), '') || '|' ||
    coalesce((SELECT string_agg(j.id || ':' || m.counts, ',' ORDER BY j.id) FROM judges j
      CROSS JOIN LATERAL (SELECT count(*) || ':' || coalesce(max(g.created_at)::text, '') AS counts
        FROM judgments g WHERE g.judge_id = j.id) m
      WHERE j.id = ANY($3::text[])), '') || '|' ||
    coalesce((SELECT string_agg(v.judge_key || ':' || v.version || ':' || (v.overtaken_at IS NULL), ',' ORDER BY v.judge_key)
      FROM judge_versions v WHERE v.judge_key = ANY($4::text[])), '') || '|' ||
    (SELECT count(*) || ':' || coalesce(max(decided_at)::text, '') FROM episodes WHERE decided_at IS NOT NULL) AS stamp,
    coalesce((SELECT max(created_at)::text FROM episodes), '') AS newest,
    (SELECT count(*) FROM annotations WHERE study_id = ANY($1::text[]) AND state = 'submitted')::int * 14
      + coalesce((SELECT sum(rating_count) FROM rating_imports WHERE id = ANY($2::text[])), 0)::int
      + (SELECT count(*) FROM judgments WHERE judge_id = ANY($3::text[]))::int * 14 AS ratings`;

/** Episodes that files name by their source ids, of which a file's ratings take the facts: how many there are, and the newest. */
const MET = `SELECT count(*) || ':' || coalesce(max(created_at)::text, '') AS met FROM episodes
  WHERE source_id IN (SELECT item_key FROM imported_units WHERE import_id = ANY($1::text[]))`;

const EPISODE_JUDGE = "judge:episodes:";
const MOST_KEPT = 100;

/** What files met among the episodes, by the newest episode and the rest of the stamp: looked up once until one changes. */
const metByStamp = new Map<string, Promise<string>>();

/**
 * Reads the stamp of a question's sources with one statement that touches no rating. Episodes that none of the sources
 * names leave it as it is: a long import of others would otherwise make every answer of an analysis outdated at once.
 * Deciding between versions of any episode changes it: that is rare, and may change which ratings meet.
 */
export async function readStamp({
  studyIds,
  importIds,
  judgeImportIds = [],
  judges,
}: AnalysisSources): Promise<DataStamp> {
  const judgeIds = judges.flatMap((key) => (key.startsWith(EPISODE_JUDGE) ? [key.slice(EPISODE_JUDGE.length)] : []));
  const fileIds = [...importIds, ...judgeImportIds];
  const [row] = await repeatRows<DataStamp & { newest: string }>(READ, [studyIds, fileIds, judgeIds, judges]);
  const { stamp, ratings, newest } = row as DataStamp & { newest: string };
  if (fileIds.length === 0) return { stamp, ratings };
  return { stamp: `${stamp}|${await readMet(fileIds, `${newest} ${stamp}`)}`, ratings };
}

function readMet(fileIds: readonly string[], key: string): Promise<string> {
  const known = metByStamp.get(key);
  if (known) return known;
  const asked = repeatRows<{ met: string }>(MET, [fileIds]).then(([row]) => row?.met ?? "");
  asked.catch(() => metByStamp.delete(key));
  metByStamp.set(key, asked);
  const [oldest] = metByStamp.keys();
  if (metByStamp.size > MOST_KEPT && oldest !== undefined) metByStamp.delete(oldest);
  return asked;
}
