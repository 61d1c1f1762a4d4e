import { z } from "zod";
import { CONFLICT_CHOICES } from "#lib/domain/episodes/import-conflicts.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { type DbOrTransaction, getDb } from "#lib/store/db.ts";
import { findImport } from "#lib/store/imports.ts";
import { defineOperation } from "../define-operation.ts";
import { DECIDED_AT_ONCE, type DecidePlace, decideBatch, FIRST_PLACE } from "./conflict-batch.ts";

const decisionSchema = z.strictObject({
  records: z.array(z.int().min(1)).min(1).max(200).optional(),
  keep: z.enum(CONFLICT_CHOICES),
});
/** Which version is kept, and of which records of the file; without any, of all. */
export type Decision = z.input<typeof decisionSchema>;

/** What was decided at once, what stays since a study goes by it, and whether the rest follows in the background. */
export type Decided = { decided: number; bound: number; isGoingOn: boolean };

/**
 * Decides conflicts that an import reports: of these records, or of the whole file. `keep` is the version that came with the
 * file, the one that was here first, or `undecided` to take decisions back. A whole file is decided where nobody has decided
 * yet; one record may be decided otherwise, until a study is launched that goes by it. Throws `NOT_FOUND`, and `CONFLICT`
 * where nothing can be changed.
 */
export const decideConflicts = defineOperation({
  name: "imports/decide-conflicts",
  permission: "episodes.resolve",
  input: decisionSchema.extend({ importId: z.string().min(1) }),
  deps: {},
  async run(actor, wish): Promise<Decided> {
    if (!(await findImport(wish.importId))) throw new AppError("NOT_FOUND", "There is no such import.");
    return getDb().$transaction(async (tx) => {
      const { next, ...done } = await decideFirst(tx, wish);
      if (done.decided === 0) throw nothingDecided(done.bound);
      await recordAudit(tx, {
        actor,
        action: "episodes.decide-conflicts",
        subjectKind: "import",
        subjectId: wish.importId,
        after: { keep: wish.keep, records: wish.records ?? "all", decided: done.decided, isGoingOn: next !== null },
      });
      if (next) await goOn(tx, { importId: wish.importId, keep: wish.keep, ...next });
      await enqueue("maintenance.read-transcripts", {}, { transaction: tx });
      return { ...done, isGoingOn: next !== null };
    });
  },
});

/** The first conflicts, as many as one transaction should hold. */
async function decideFirst(tx: DbOrTransaction, wish: Parameters<typeof decideBatch>[1]) {
  let place: DecidePlace = FIRST_PLACE;
  let [decided, bound] = [0, 0];
  while (place && decided < DECIDED_AT_ONCE) {
    const batch = await decideBatch(tx, wish, place);
    decided += batch.decided;
    bound += batch.bound;
    place = batch.next;
  }
  return { decided, bound, next: place };
}

/** Queues the rest. One such job of a file at a time: two would undo each other. */
async function goOn(tx: DbOrTransaction, rest: Parameters<typeof enqueue<"episodes.decide-conflicts">>[1]) {
  if (await enqueue("episodes.decide-conflicts", rest, { transaction: tx })) return;
  throw new AppError(
    "CONFLICT",
    "An earlier decision about this file is still being carried out. Nothing was changed. Try again in a minute.",
  );
}

function nothingDecided(bound: number): AppError {
  return new AppError(
    "CONFLICT",
    bound > 0
      ? "A study that was launched since goes by this decision, so it stays. Nothing was changed."
      : "Nothing of this file is there to decide. It may have been decided meanwhile.",
  );
}
