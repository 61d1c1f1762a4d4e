import type { EpisodeFilter } from "#lib/domain/episodes/filter.ts";
import { type Candidate, type Draw, drawItems } from "#lib/domain/studies/sampling.ts";
import type { SamplingPlan } from "#lib/domain/studies/sampling-plan.ts";
import type { DbOrTransaction } from "./db.ts";
import { episodeFilterSql } from "./episode-filter.ts";
import { Prisma } from "./generated/client.ts";

/** The most episodes that one draw looks at: 64 bytes or so each, so that a draw stays well inside memory. */
const MAX_FRAME = 500_000;

const CANDIDATE = Prisma.sql`e.id AS "episodeId", e.source_id AS "sourceId", e.variant, e.agent1_policy AS "agent1Policy",
  e.agent2_policy AS "agent2Policy", e.prompt_mark AS "promptMark", e.conflict_state AS "conflictState"`;

/** Episodes that a researcher set aside when choosing between conflicting contents never enter a draw. */
const NOT_SET_ASIDE = Prisma.sql`e.conflict_state IS DISTINCT FROM 'set-aside'`;

function notIn(studyId: string | null): Prisma.Sql {
  return studyId
    ? Prisma.sql`AND NOT EXISTS (SELECT 1 FROM study_items i WHERE i.study_id = ${studyId} AND i.episode_id = e.id)`
    : Prisma.empty;
}

/** Every episode that matches a filter, without those that `exceptStudyId` has already; at most `limit`. */
async function listCandidates(
  db: DbOrTransaction,
  filter: EpisodeFilter,
  options: { exceptStudyId?: string | null; limit: number },
): Promise<Candidate[]> {
  return db.$queryRaw<Candidate[]>`
    SELECT ${CANDIDATE} FROM episodes e
    WHERE ${episodeFilterSql(filter)} AND ${NOT_SET_ASIDE} ${notIn(options.exceptStudyId ?? null)}
    ORDER BY e.source_id, e.variant LIMIT ${options.limit}`;
}

/** How many episodes a draw by a filter would take, and how many it would leave out for which reason. */
export async function countCandidates(
  db: DbOrTransaction,
  plan: Pick<SamplingPlan, "includeForeign" | "includeUndecided"> & { filter: EpisodeFilter },
): Promise<{ taken: number; foreign: number; undecided: number }> {
  const [row] = await db.$queryRaw<{ taken: number; foreign: number; undecided: number }[]>`
    SELECT count(*) FILTER (WHERE NOT c.is_foreign AND NOT c.is_undecided)::int AS taken,
      count(*) FILTER (WHERE c.is_foreign)::int AS foreign,
      count(*) FILTER (WHERE c.is_undecided AND NOT c.is_foreign)::int AS undecided
    FROM episodes e CROSS JOIN LATERAL (
      SELECT NOT ${plan.includeForeign} AND e.prompt_mark = 'foreign' AS is_foreign,
        NOT ${plan.includeUndecided} AND e.conflict_state IS NOT DISTINCT FROM 'open' AS is_undecided) c
    WHERE ${episodeFilterSql(plan.filter)} AND ${NOT_SET_ASIDE}`;
  return row ?? { taken: 0, foreign: 0, undecided: 0 };
}

/** What a list of ids leads to: the episodes in the order of the list, and the ids that name nothing. */
export type FoundByIds = { candidates: Candidate[]; unknownIds: string[]; alreadyIn: number };

/**
 * Episodes by our id or by their source's. A source id with several contents leads to the one that was chosen, else to
 * the first; an id listed twice, or under both of its names, counts once.
 */
async function findCandidatesByIds(
  db: DbOrTransaction,
  ids: readonly string[],
  exceptStudyId: string | null = null,
): Promise<FoundByIds> {
  const rows = await db.$queryRaw<(Candidate & { place: bigint; isIn: boolean })[]>`
    SELECT DISTINCT ON (l.place) l.place, ${CANDIDATE},
      EXISTS (SELECT 1 FROM study_items i WHERE i.study_id = ${exceptStudyId} AND i.episode_id = e.id) AS "isIn"
    FROM unnest(${[...ids]}::text[]) WITH ORDINALITY AS l(given, place)
    CROSS JOIN LATERAL (
      SELECT 0 AS kind, * FROM episodes WHERE id = l.given
      UNION ALL SELECT 1, * FROM episodes WHERE source_id = l.given) e
    WHERE ${NOT_SET_ASIDE}
    ORDER BY l.place, e.kind, e.variant`;
  const places = new Set(rows.map((row) => Number(row.place)));
  const seen = new Set<string>();
  const candidates: Candidate[] = [];
  let alreadyIn = 0;
  for (const { place: _place, isIn, ...candidate } of rows) {
    if (seen.has(candidate.episodeId)) continue;
    seen.add(candidate.episodeId);
    if (isIn) alreadyIn += 1;
    else candidates.push(candidate);
  }
  return { candidates, alreadyIn, unknownIds: ids.filter((_, index) => !places.has(index + 1)) };
}

/** The result of a draw from the database: what it found beside the items. */
export type StudyDraw = Draw & { unknownIds: string[]; alreadyIn: number };

/** Draws items by a plan and a seed, from every episode that `exceptStudyId` does not have yet. */
export async function drawFromEpisodes(
  db: DbOrTransaction,
  plan: SamplingPlan,
  seed: number,
  exceptStudyId: string | null = null,
): Promise<StudyDraw> {
  if (plan.kind === "ids" || plan.kind === "strata") {
    const ids = plan.kind === "ids" ? plan.ids : plan.strata.flatMap((stratum) => stratum.ids);
    const found = await findCandidatesByIds(db, ids, exceptStudyId);
    return { ...drawItems(plan, found.candidates, seed), unknownIds: found.unknownIds, alreadyIn: found.alreadyIn };
  }
  const candidates = await listCandidates(db, plan.filter, { exceptStudyId, limit: MAX_FRAME });
  return { ...drawItems(plan, candidates, seed), unknownIds: [], alreadyIn: 0 };
}
