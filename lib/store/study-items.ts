import { randomUUID } from "node:crypto";
import type { SampledItem } from "#lib/domain/studies/extend-sample.ts";
import { type Draw, type DrawnItem, shuffleKeys } from "#lib/domain/studies/sampling.ts";
import type { DrawRecord, SamplingPlan } from "#lib/domain/studies/sampling-plan.ts";
import type { StudyItemRow } from "#lib/domain/studies/study.ts";
import type { DbOrTransaction } from "./db.ts";
import type { Prisma } from "./generated/client.ts";

/** What is written of one draw. */
export type DrawToKeep = { plan: SamplingPlan; draw: Draw; seed: number; at: Date };

/** The record of a draw as the study keeps it. */
export function toDrawRecord({ plan, draw, seed, at }: DrawToKeep): DrawRecord {
  const { items, strata, foreign, undecided } = draw;
  return {
    plan,
    seed,
    itemCount: items.length,
    strata,
    foreignLeftOut: foreign.length,
    undecidedLeftOut: undecided.length,
    at: at.toISOString(),
  };
}

/** Replaces the items of a draft by a draw, with what previews did on the old ones, and writes how they were drawn. */
export async function replaceItems(db: DbOrTransaction, studyId: string, kept: DrawToKeep): Promise<void> {
  await db.assignment.deleteMany({ where: { studyId, annotator: { isPreview: true } } });
  await db.studyItem.deleteMany({ where: { studyId } });
  await insertItems(db, studyId, kept.draw.items, {
    firstPosition: 1,
    shuffleKeys: shuffleKeys(kept.draw.items.length, kept.seed),
  });
  const sampling = { draws: [toDrawRecord(kept)] } as unknown as Prisma.InputJsonValue;
  await db.study.update({ where: { id: studyId }, data: { sampling } });
}

/** Appends items in the order given, from `firstPosition`, with one shuffle key each. */
export async function insertItems(
  db: DbOrTransaction,
  studyId: string,
  items: readonly DrawnItem[],
  options: { firstPosition: number; shuffleKeys: readonly number[] },
): Promise<void> {
  const rows = items.map((item, index) => ({
    id: randomUUID(),
    studyId,
    ...item,
    position: options.firstPosition + index,
    shuffleKey: options.shuffleKeys[index] ?? 0,
  }));
  for (let from = 0; from < rows.length; from += 1000)
    await db.studyItem.createMany({ data: rows.slice(from, from + 1000) });
}

/** How many items a study has, and the highest position among them (0 for none). */
export async function countItems(db: DbOrTransaction, studyId: string): Promise<{ count: number; last: number }> {
  const found = await db.studyItem.aggregate({ where: { studyId }, _count: true, _max: { position: true } });
  return { count: found._count, last: found._max.position ?? 0 };
}

/** The items of a study with what their chance follows from, in their order. */
export async function listSampledItems(
  db: DbOrTransaction,
  studyId: string,
): Promise<(SampledItem & { id: string })[]> {
  return db.$queryRaw<(SampledItem & { id: string })[]>`
    SELECT i.id, i.position, i.stratum, e.created_at AS "createdAt"
    FROM study_items i JOIN episodes e ON e.id = i.episode_id WHERE i.study_id = ${studyId} ORDER BY i.position`;
}

/** Corrects the inclusion probabilities of items, after a sample was enlarged. */
export async function setInclusionProbabilities(
  db: DbOrTransaction,
  items: readonly { id: string; inclusionProbability: number }[],
): Promise<void> {
  await db.$executeRaw`
    UPDATE study_items i SET inclusion_probability = n.chance
    FROM unnest(${items.map(({ id }) => id)}::text[], ${items.map((item) => item.inclusionProbability)}::float8[]) AS n(id, chance)
    WHERE i.id = n.id AND i.inclusion_probability <> n.chance`;
}

/** Makes the slots that items still lack, up to `annotationsPerItem` each. Returns how many were made. */
export async function createMissingSlots(
  db: DbOrTransaction,
  studyId: string,
  annotationsPerItem: number,
): Promise<number> {
  return db.$executeRaw`
    INSERT INTO slots (id, study_id, study_item_id, index, state)
    SELECT gen_random_uuid()::text, i.study_id, i.id, n, 'open'
    FROM study_items i CROSS JOIN generate_series(0, ${annotationsPerItem - 1}::int) AS n
    WHERE i.study_id = ${studyId}
    ON CONFLICT (study_item_id, index) DO NOTHING`;
}

/** Gives places that are open to annotations which had found none, so that nobody is asked for what is there already. */
export async function givePlacesToExtras(db: DbOrTransaction, studyId: string): Promise<void> {
  // Every item, also those that have no extra annotation yet: one that is being finished late waits, and then finds its place.
  await db.$executeRaw`SELECT fill_open_places(array_agg(id)) FROM study_items WHERE study_id = ${studyId}`;
}

/** What the hash of a frozen design says of its items, in their order. */
export async function listFrozenItems(db: DbOrTransaction, studyId: string) {
  return db.$queryRaw<{ episodeContentHash: string; stratum: string; inclusionProbability: number }[]>`
    SELECT e.content_hash AS "episodeContentHash", i.stratum, i.inclusion_probability AS "inclusionProbability"
    FROM study_items i JOIN episodes e ON e.id = i.episode_id WHERE i.study_id = ${studyId} ORDER BY i.position`;
}

/** Items by position, from after `afterPosition`. Counts leave nothing out but previews, which take no slot. */
export async function listItems(
  db: DbOrTransaction,
  studyId: string,
  options: { afterPosition: number; limit: number },
): Promise<StudyItemRow[]> {
  return db.$queryRaw<StudyItemRow[]>`
    SELECT i.id, i.position, i.episode_id AS "episodeId", e.source_id AS "sourceId", e.codename,
      e.agent1_name AS "agent1Name", e.agent2_name AS "agent2Name", e.turn_count AS "turnCount", i.stratum,
      i.inclusion_probability AS "inclusionProbability", e.prompt_mark AS "promptMark",
      i.submitted_count AS "submittedCount",
      (SELECT count(*)::int FROM slots s WHERE s.study_item_id = i.id AND s.state = 'held') AS "heldCount"
    FROM study_items i JOIN episodes e ON e.id = i.episode_id
    WHERE i.study_id = ${studyId} AND i.position > ${options.afterPosition}
    ORDER BY i.position LIMIT ${options.limit}`;
}

/** Writes the record of all draws, after another one was added to a launched study. */
export async function saveDraws(db: DbOrTransaction, studyId: string, draws: readonly DrawRecord[]): Promise<void> {
  await db.study.update({
    where: { id: studyId },
    data: { sampling: { draws } as unknown as Prisma.InputJsonValue },
  });
}

/** Copies the items of one study into another that has none, with their strata and chances. Returns how many. */
export async function copyItems(db: DbOrTransaction, fromStudyId: string, toStudyId: string): Promise<number> {
  return db.$executeRaw`
    INSERT INTO study_items (id, study_id, episode_id, position, stratum, inclusion_probability, shuffle_key)
    SELECT gen_random_uuid()::text, ${toStudyId}, episode_id, position, stratum, inclusion_probability, shuffle_key
    FROM study_items WHERE study_id = ${fromStudyId}`;
}
