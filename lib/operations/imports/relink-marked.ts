import { z } from "zod";
import { forgetMarks, listMarkedEpisodes } from "#lib/store/import-relink.ts";
import { defineOperation } from "../define-operation.ts";
import { ProfileCache } from "./profile-cache.ts";
import { readAgain } from "./relink-episodes.ts";

const AT_ONCE = 100;

/**
 * Reads again the episodes that were marked because another version of a scenario or character counts now. What annotators
 * of a launched study read stays. The worker runs it; may be repeated and stopped.
 */
export const relinkMarked = defineOperation({
  name: "imports/relink-marked",
  permission: "system.operate",
  input: z.object({ signal: z.custom<AbortSignal>((value) => value instanceof AbortSignal).optional() }),
  deps: {},
  async run(_actor, { signal }): Promise<{ read: number }> {
    let read = 0;
    while (!signal?.aborted) {
      const marked = await listMarkedEpisodes(AT_ONCE);
      if (marked.length === 0) break;
      // A cache of its own for each batch: a decision may fall between two.
      await readAgain(marked, new ProfileCache());
      await forgetMarks(marked);
      read += marked.length;
    }
    return { read };
  },
});
