import { z } from "zod";
import { turnSchema } from "#lib/domain/episodes/episode.ts";
import { itemWarnings, type WarnedEpisode } from "#lib/domain/studies/item-warnings.ts";
import { getDb } from "#lib/store/db.ts";
import { listWarnedEpisodes } from "#lib/store/study-items.ts";
import { defineOperation } from "../define-operation.ts";

/** Transcripts read at a time, and the most that are looked through for one answer. */
const PAGE = 500;
const MAX_EPISODES = 5000;

/**
 * What to look at before launch: agents that name themselves as programs, prompts of other episodes, undecided
 * conflicts, episodes that are in twice. Looks through the first 5,000 items.
 */
export const getItemWarnings = defineOperation({
  name: "study-items/get-item-warnings",
  permission: "studies.read",
  input: z.object({ studyId: z.string() }),
  deps: {},
  run: async (_actor, { studyId }) => {
    const episodes: WarnedEpisode[] = [];
    let after = 0;
    while (episodes.length < MAX_EPISODES) {
      const rows = await listWarnedEpisodes(getDb(), studyId, after, PAGE);
      for (const { position, turns, ...row } of rows) {
        episodes.push({ ...row, turns: turnSchema.array().parse(turns) });
        after = position;
      }
      if (rows.length < PAGE) break;
    }
    return itemWarnings(episodes);
  },
});
