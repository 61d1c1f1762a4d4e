import { z } from "zod";
import { EPISODE_SORTS, episodeFilterSchema } from "#lib/domain/episodes/filter.ts";
import { countEpisodes, type EpisodeList, listEpisodes as listStoredEpisodes } from "#lib/store/episodes.ts";
import { defineOperation } from "../define-operation.ts";

/** Counting stops here, so that a count costs the same at any size; the page then says “more than”. */
export const COUNT_CAP = 10_000;

/** A page of episodes. `count` is exact unless `isCountCapped`, when there are more than it says. */
export type EpisodeListing = EpisodeList & { count: number; isCountCapped: boolean };

/** Lists the episodes that pass a filter, page by page, with their number. */
export const listEpisodes = defineOperation({
  name: "episodes/list-episodes",
  permission: "episodes.read",
  input: z.object({
    filter: episodeFilterSchema.default({}),
    sort: z.enum(EPISODE_SORTS).default("newest"),
    after: z.string().max(400).optional(),
    before: z.string().max(400).optional(),
    limit: z.int().min(1).max(200).default(50),
  }),
  deps: {},
  async run(_actor, { filter, sort, after, before, limit }): Promise<EpisodeListing> {
    const [list, count] = await Promise.all([
      listStoredEpisodes(filter, { sort, after, before }, limit),
      countEpisodes(filter, COUNT_CAP + 1),
    ]);
    return { ...list, count: Math.min(count, COUNT_CAP), isCountCapped: count > COUNT_CAP };
  },
});
