import type { DbOrTransaction } from "./db.ts";

/** What a withdrawal deleted: submitted annotations, and drafts in which something had been rated. */
export type Withdrawal = { studyId: string; pseudonym: string; submitted: number; drafts: number };

/**
 * Deletes everything that one annotator rated, wrote and answered in a study, gives their places back and corrects every
 * count; who took part, when, and with which outcome stays. Null for an unknown one, a preview, or a second time. See
 * `withdraw_annotator`.
 */
export async function withdrawAnnotatorWork(db: DbOrTransaction, annotatorId: string): Promise<Withdrawal | null> {
  const [row] = await db.$queryRaw<{ answer: Withdrawal | null }[]>`
    SELECT withdraw_annotator(${annotatorId}) AS answer`;
  return row?.answer ?? null;
}
