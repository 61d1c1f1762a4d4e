import { type ReadDocument, readStoredDocument } from "#lib/domain/episodes/stored-document.ts";
import { PAID_IN_FULL, TURNED_AWAY } from "#lib/domain/studies/outcomes.ts";
import type { AnnotatorRow, ItemAnnotation, ItemRatings, StudyRating } from "#lib/domain/studies/study-ratings.ts";
import type { DbOrTransaction } from "./db.ts";

/** An item without its annotations. */
type ItemHead = Omit<ItemRatings, "annotations" | "agentNames"> & { agent1Name: string; agent2Name: string };

/** Items that have at least one submitted annotation, by position, with all of them. */
export async function listItemRatings(
  db: DbOrTransaction,
  studyId: string,
  options: { afterPosition: number; limit: number },
): Promise<ItemRatings[]> {
  const heads = await db.$queryRaw<ItemHead[]>`
    SELECT i.id AS "itemId", i.position, i.episode_id AS "episodeId", e.codename,
      e.agent1_name AS "agent1Name", e.agent2_name AS "agent2Name"
    FROM study_items i JOIN episodes e ON e.id = i.episode_id
    WHERE i.study_id = ${studyId} AND i.position > ${options.afterPosition} AND EXISTS (
      SELECT 1 FROM assignments g JOIN annotations n ON n.assignment_id = g.id JOIN annotators r ON r.id = g.annotator_id
      WHERE g.study_item_id = i.id AND g.state = 'submitted' AND NOT r.is_preview)
    ORDER BY i.position LIMIT ${options.limit}`;
  const annotations = await listAnnotations(
    db,
    heads.map((head) => head.itemId),
  );
  return heads.map(({ agent1Name, agent2Name, ...head }) => ({
    ...head,
    agentNames: [agent1Name, agent2Name],
    annotations: annotations.get(head.itemId) ?? [],
  }));
}

/** One item of a study by its position, with its episode and annotations; null when there is none. */
export async function findItemRatings(
  db: DbOrTransaction,
  studyId: string,
  position: number,
): Promise<(ItemRatings & ReadDocument) | null> {
  const item = await db.studyItem.findUnique({
    where: { studyId_position: { studyId, position } },
    include: { episode: { include: { document: true } } },
  });
  if (!item?.episode.document) return null;
  const { episode } = item;
  const annotations = await listAnnotations(db, [item.id]);
  const agentNames: [string, string] = [episode.agent1Name, episode.agent2Name];
  return {
    itemId: item.id,
    position,
    episodeId: item.episodeId,
    codename: episode.codename,
    agentNames,
    annotations: annotations.get(item.id) ?? [],
    ...readStoredDocument(item.episode.document.document, { scenario: episode.scenarioText, names: agentNames }),
  };
}

/** Positions beside one item, for stepping through; null at either end. */
export async function findNeighbours(db: DbOrTransaction, studyId: string, position: number) {
  const [row] = await db.$queryRaw<{ previousPosition: number | null; nextPosition: number | null }[]>`
    SELECT max(position) FILTER (WHERE position < ${position}) AS "previousPosition",
      min(position) FILTER (WHERE position > ${position}) AS "nextPosition"
    FROM study_items WHERE study_id = ${studyId}`;
  return row ?? { previousPosition: null, nextPosition: null };
}

async function listAnnotations(
  db: DbOrTransaction,
  itemIds: readonly string[],
): Promise<Map<string, ItemAnnotation[]>> {
  const rows = await findSubmitted(db, itemIds);
  const byItem = Map.groupBy(rows, (row) => row.assignment.studyItemId);
  return new Map(Array.from(byItem, ([itemId, list]) => [itemId, list.map(toAnnotation)]));
}

/** What was submitted on some items, oldest first; previews left out. */
function findSubmitted(db: DbOrTransaction, itemIds: readonly string[]) {
  return db.annotation.findMany({
    where: {
      state: "submitted",
      assignment: { studyItemId: { in: [...itemIds] }, annotator: { isPreview: false } },
    },
    include: {
      ratings: { orderBy: [{ agent: "asc" }] },
      assignment: {
        select: { studyItemId: true, isLate: true, slotId: true, annotator: { select: { pseudonym: true } } },
      },
    },
    orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
  });
}

function toAnnotation(row: Awaited<ReturnType<typeof findSubmitted>>[number]): ItemAnnotation {
  const { excludedReason: reason, excludedAt: at, excludedById: byId, isReplaced } = row;
  return {
    annotationId: row.id,
    pseudonym: row.assignment.annotator.pseudonym,
    submittedAt: row.submittedAt ?? row.savedAt ?? new Date(0),
    activeMs: row.activeMs || null,
    isLate: row.assignment.isLate,
    isExtra: row.assignment.slotId === null && !isReplaced,
    exclusion: at ? { reason, at, byId, isReplaced } : null,
    ratings: row.ratings.flatMap(toRating),
  };
}

function toRating(row: {
  agent: number;
  dimension: string;
  score: number | null;
  rationale: string;
  evidence: number[];
}): StudyRating[] {
  if (row.score === null) return [];
  const { dimension, score, rationale, evidence } = row;
  return [{ agent: row.agent === 1 ? 1 : 2, dimension, score, rationale, evidence }];
}

/**
 * Annotators in order of arrival, with what they did; previews left out. Somebody whose part has not ended and who has left
 * is listed as abandoned.
 */
export async function listAnnotators(
  db: DbOrTransaction,
  studyId: string,
  options: { after: { enteredAt: Date; id: string } | null; limit: number },
): Promise<AnnotatorRow[]> {
  const afterAt = options.after?.enteredAt ?? new Date(0);
  const afterId = options.after?.id ?? "";
  return db.$queryRaw<AnnotatorRow[]>`
    SELECT r.id, r.pseudonym, r.stage,
      CASE WHEN s.kind = 'pilot' AND r.outcome = ANY(${[...PAID_IN_FULL]}::outcome[]) THEN pilot_work_stands(r.id) END AS "hasPassed",
      coalesce(r.outcome::text, v.outcome) AS outcome, r.created_at AS "enteredAt", r.ended_at AS "endedAt",
      v."admittedAt", r.withdrawn_at AS "withdrawnAt", v."visitCount",
      (SELECT count(*)::int FROM check_attempts c WHERE c.annotator_id = r.id) AS "checkTries",
      a.submitted, a.excluded, a.skipped, a.expired, a."medianActiveMs"
    FROM annotators r JOIN studies s ON s.id = r.study_id CROSS JOIN LATERAL (
      SELECT count(n.id) FILTER (WHERE g.state = 'submitted')::int AS submitted,
        count(*) FILTER (WHERE n.excluded_at IS NOT NULL)::int AS excluded,
        count(*) FILTER (WHERE g.state = 'skipped')::int AS skipped,
        count(*) FILTER (WHERE g.state = 'expired')::int AS expired,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY NULLIF(n.active_ms, 0)) FILTER (WHERE g.state = 'submitted')::float AS "medianActiveMs"
      FROM assignments g LEFT JOIN annotations n ON n.assignment_id = g.id WHERE g.annotator_id = r.id) a
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS "visitCount",
        min(v.entered_at) FILTER (WHERE NOT coalesce(v.outcome = ANY(${[...TURNED_AWAY]}::outcome[]), false)) AS "admittedAt",
        CASE WHEN bool_and(v.outcome IS NOT NULL) AND bool_or(v.outcome = 'abandoned') THEN 'abandoned' END AS outcome
      FROM visits v WHERE v.study_id = r.study_id AND v.annotator_id = r.id) v
    WHERE r.study_id = ${studyId} AND NOT r.is_preview AND (r.created_at, r.id) > (${afterAt}, ${afterId})
    ORDER BY r.created_at, r.id LIMIT ${options.limit}`;
}
