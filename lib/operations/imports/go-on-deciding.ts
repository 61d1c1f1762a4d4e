import { z } from "zod";
import { CONFLICT_CHOICES, CONFLICT_KINDS } from "#lib/domain/episodes/import-conflicts.ts";
import { getDb } from "#lib/store/db.ts";
import { defineOperation } from "../define-operation.ts";
import { type DecidePlace, decideBatch } from "./conflict-batch.ts";

/**
 * Carries a decision about all conflicts of a file on from a place, batch by batch. The worker runs it; may be repeated and
 * stopped, since what is decided is not decided again.
 */
export const goOnDeciding = defineOperation({
  name: "imports/go-on-deciding",
  permission: "system.operate",
  input: z.object({
    importId: z.string().min(1),
    keep: z.enum(CONFLICT_CHOICES),
    kind: z.enum(CONFLICT_KINDS),
    after: z.string(),
    signal: z.custom<AbortSignal>((value) => value instanceof AbortSignal).optional(),
  }),
  deps: {},
  async run(_actor, { importId, keep, kind, after, signal }): Promise<{ decided: number }> {
    let place: DecidePlace = { kind, after };
    let decided = 0;
    while (place) {
      signal?.throwIfAborted();
      const here: NonNullable<DecidePlace> = place;
      const batch = await getDb().$transaction((tx) => decideBatch(tx, { importId, keep }, here));
      decided += batch.decided;
      place = batch.next;
    }
    return { decided };
  },
});
