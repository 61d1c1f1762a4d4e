import { AppError } from "#lib/domain/shared/errors.ts";
import type { StudyDesign } from "#lib/domain/studies/design.ts";
import type { DbOrTransaction } from "#lib/store/db.ts";
import { listStudiesAskingFor } from "#lib/store/pilots.ts";
import { listPilots } from "#lib/store/study-lists.ts";

/**
 * Throws `INVALID` at its field unless the pilot that a design asks for is there and is one: it may have been deleted, or
 * made official, while the form was open.
 */
export async function requirePilot(db: DbOrTransaction, { qualifyingStudyId }: StudyDesign): Promise<void> {
  if (qualifyingStudyId === null) return;
  const [pilot] = await listPilots(db, qualifyingStudyId);
  if (pilot?.kind === "pilot") return;
  const message = "This pilot is not there any more. Choose another one, or admit everybody.";
  throw new AppError("INVALID", `${message} Nothing was changed.`, {
    issues: [{ path: "design.qualifyingStudyId", message }],
  });
}

/** Throws `CONFLICT` for a pilot that other studies admit people by: `what` says what it stays, or what was not done. */
export async function requireNotAskedFor(db: DbOrTransaction, pilotId: string, what: string): Promise<void> {
  const names = await listStudiesAskingFor(db, pilotId);
  if (names.length === 0) return;
  const admitting = `${names.map((name) => `“${name}”`).join(", ")} ${names.length === 1 ? "admits" : "admit"}`;
  throw new AppError(
    "CONFLICT",
    `${admitting} only people who passed this pilot, so ${what}. Change that there first.`,
  );
}
