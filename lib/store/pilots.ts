import type { Outcome } from "#lib/domain/studies/outcomes.ts";
import type { DbOrTransaction } from "./db.ts";

/** How many people passed each of these pilots: an outcome that passes, and work that stands. Previews are left out. */
export async function countPassed(
  db: DbOrTransaction,
  studyIds: readonly string[],
  passingOutcomes: readonly Outcome[],
): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ studyId: string; passed: number }[]>`
    SELECT study_id AS "studyId", count(*)::int AS passed FROM annotators
    WHERE study_id = ANY(${[...studyIds]}::text[]) AND NOT is_preview
      AND outcome = ANY(${[...passingOutcomes]}::outcome[]) AND pilot_work_stands(id) GROUP BY study_id`;
  return new Map(rows.map((row) => [row.studyId, row.passed]));
}

/** Names of the studies that admit only those who passed this one, the newest first. */
export async function listStudiesAskingFor(db: DbOrTransaction, pilotId: string): Promise<string[]> {
  const rows = await db.study.findMany({
    where: { qualifyingStudyId: pilotId },
    orderBy: { createdAt: "desc" },
    take: 3,
    select: { name: true },
  });
  return rows.map((row) => row.name);
}

/** Somebody of a pilot whose outcome may pass, with what was decided before. */
export type PilotAnnotator = { studyId: string; pseudonym: string; before: boolean | null };

/** Records whether somebody passed a pilot. Null for anybody else than an annotator of a pilot who ended with such an outcome. */
export async function setPassed(
  db: DbOrTransaction,
  annotatorId: string,
  isPassed: boolean,
  passingOutcomes: readonly Outcome[],
): Promise<PilotAnnotator | null> {
  const annotator = await db.annotator.findFirst({
    where: { id: annotatorId, isPreview: false, outcome: { in: [...passingOutcomes] }, study: { kind: "pilot" } },
    select: { studyId: true, pseudonym: true, isPassed: true },
  });
  if (!annotator) return null;
  await db.annotator.update({ where: { id: annotatorId }, data: { isPassed } });
  return { studyId: annotator.studyId, pseudonym: annotator.pseudonym, before: annotator.isPassed };
}
