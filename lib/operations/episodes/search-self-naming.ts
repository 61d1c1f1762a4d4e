import { z } from "zod";
import { turnSchema } from "#lib/domain/episodes/episode.ts";
import { findSelfNamingTurns } from "#lib/domain/episodes/self-naming.ts";
import { listUnsearchedEpisodes, writeSelfNamings } from "#lib/store/self-naming.ts";
import { defineOperation } from "../define-operation.ts";

/** Transcripts looked through between two signs of life, and in one transaction. */
const AT_ONCE = 200;

const turnsSchema = turnSchema.array().catch([]);

/**
 * Looks through transcripts that no import has looked through for agents that name themselves as programs: those that were
 * imported before this was done, and those whose turns were read again. The worker runs it; may be repeated and stopped.
 */
export const searchSelfNaming = defineOperation({
  name: "episodes/search-self-naming",
  permission: "system.operate",
  input: z.object({ signal: z.custom<AbortSignal>((value) => value instanceof AbortSignal).optional() }),
  deps: {},
  async run(_actor, { signal }): Promise<{ searched: number }> {
    let searched = 0;
    while (!signal?.aborted) {
      const episodes = await listUnsearchedEpisodes(AT_ONCE);
      if (episodes.length === 0) break;
      const read = episodes.map(({ episodeId, turns }) => ({
        episodeId,
        found: findSelfNamingTurns(turnsSchema.parse(turns)),
      }));
      await writeSelfNamings(read);
      searched += read.length;
    }
    return { searched };
  },
});
