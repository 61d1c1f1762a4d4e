import type { Sampling } from "#lib/domain/analysis/columns.ts";
import type { DrawnFrame } from "#lib/domain/analysis/frames.ts";
import { drawFrame, drawOfPosition } from "#lib/domain/studies/extend-sample.ts";
import { type DrawRecord, type SamplingPlan, samplingRecordSchema } from "#lib/domain/studies/sampling-plan.ts";
import { EPISODE_ITEM_KEY } from "./analysis-episodes.ts";
import { episodeFilterSql } from "./episode-filter.ts";
import { Prisma } from "./generated/client.ts";
import { repeatRows } from "./sql.ts";

type StudyRow = { id: string; name: string; sampling: unknown };
type ItemRow = { studyId: string; position: number; itemKey: string; stratum: string; chance: number };

const READ_STUDIES = "SELECT id, name, sampling FROM studies WHERE id = ANY($1::text[]) ORDER BY id";

const READ_ITEMS = `
  SELECT i.study_id AS "studyId", i.position, ${EPISODE_ITEM_KEY} AS "itemKey", i.stratum, i.inclusion_probability AS chance
  FROM study_items i JOIN episodes e ON e.id = i.episode_id WHERE i.study_id = ANY($1::text[])
  ORDER BY i.study_id, i.position`;

/** The draws of a study's record; none where nothing was recorded. */
export function readDraws(sampling: unknown): DrawRecord[] {
  const parsed = samplingRecordSchema.safeParse(sampling);
  return parsed.success ? parsed.data.draws : [];
}

/** How an item of a study was chosen: a list of ids is a choice by hand, filters and samples leave it to chance. */
export function samplingOfItem(draws: readonly DrawRecord[], position: number): Sampling {
  const draw = draws[drawOfPosition(draws, position)];
  if (!draw) return "unknown";
  return draw.plan.kind === "ids" ? "purposive" : "random";
}

/** What studies drew their items from by chance, one frame for all draws of a study from the same episodes. */
export async function readDrawnFrames(studyIds: readonly string[]): Promise<DrawnFrame[]> {
  if (studyIds.length === 0) return [];
  const studies = await repeatRows<StudyRow>(READ_STUDIES, [studyIds]);
  const items = Map.groupBy(await repeatRows<ItemRow>(READ_ITEMS, [studyIds]), ({ studyId }) => studyId);
  const frames: DrawnFrame[] = [];
  for (const study of studies) {
    const draws = readDraws(study.sampling);
    const groups = Map.groupBy(items.get(study.id) ?? [], ({ position }) => frameRule(draws, position));
    for (const [rule, drawn] of groups) {
      const last = draws.findLast((_, place) => ruleOf(draws, place) === rule);
      if (!last || last.plan.kind === "ids") continue;
      frames.push({ sourceId: study.id, name: study.name, drawn, ...(await readFrame(last, drawn)) });
    }
  }
  return frames;
}

function frameRule(draws: readonly DrawRecord[], position: number): string {
  const place = drawOfPosition(draws, position);
  return place < 0 ? "" : ruleOf(draws, place);
}

/** Equal for draws that count as one: samples from the same episodes, or every match of one filter. */
function ruleOf(draws: readonly DrawRecord[], place: number): string {
  return drawFrame((draws[place] as DrawRecord).plan) ?? `draw ${place}`;
}

/**
 * Episodes that a draw could have taken. One that took every match could take what it took, and one that lists its strata
 * says it. For a sample the filter is asked again, of episodes that were there then; a filter on ratings by people answers
 * otherwise once people rate, so such a frame is lost.
 */
async function readFrame({ plan, at }: DrawRecord, drawn: readonly ItemRow[]) {
  const own = drawn.map(({ itemKey }) => itemKey);
  const where = frameCondition(plan);
  if (where === null) return { isKnown: plan.kind !== "sample", itemKeys: own };
  const sql = Prisma.sql`SELECT ${Prisma.raw(EPISODE_ITEM_KEY)} AS "itemKey" FROM episodes e
    WHERE ${where} AND e.conflict_state IS DISTINCT FROM 'set-aside'
      AND (${plan.includeForeign} OR e.prompt_mark IS DISTINCT FROM 'foreign')
      AND (${plan.includeUndecided} OR e.conflict_state IS DISTINCT FROM 'open')
      AND e.created_at <= ${at}::timestamptz`;
  const rows = await repeatRows<{ itemKey: string }>(sql.text, sql.values);
  return { isKnown: true, itemKeys: [...rows.map(({ itemKey }) => itemKey), ...own] };
}

/** What episodes of the frame fulfil; null where the drawn items are all that can be said. */
function frameCondition(plan: SamplingPlan): Prisma.Sql | null {
  if (plan.kind === "strata") return Prisma.sql`e.id = ANY(${plan.strata.flatMap(({ ids }) => ids)}::text[])`;
  if (plan.kind !== "sample") return null;
  const { rated } = plan.filter;
  return rated === undefined || rated === "judge" ? episodeFilterSql(plan.filter) : null;
}
