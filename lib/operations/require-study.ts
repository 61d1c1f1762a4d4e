import { AppError } from "#lib/domain/shared/errors.ts";
import type { DbOrTransaction } from "#lib/store/db.ts";
import { findStudy } from "#lib/store/studies.ts";

/** One study, or `NOT_FOUND`. `lock` holds its row until the end of the transaction, for whoever changes it. */
export async function requireStudy(db: DbOrTransaction, studyId: string, options: { lock?: boolean } = {}) {
  const study = await findStudy(db, studyId, options);
  if (!study) throw new AppError("NOT_FOUND", "There is no such study.");
  return study;
}
