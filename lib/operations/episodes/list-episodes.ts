import { z } from "zod";
import { EPISODE_SORTS, type EpisodeFilter, episodeFilterSchema, isEmptyFilter } from "#lib/domain/episodes/filter.ts";
import {
  countEpisodes,
  type EpisodeList,
  findFewEpisodeIds,
  listEpisodes as listStoredEpisodes,
} from "#lib/store/episodes.ts";
import { defineOperation } from "../define-operation.ts";

/** A result of at most so many episodes is found as a whole first, then put in order. */
const FEW = 500;

/** Counting stops here, so that a count costs the same at any size; the page then says “more than”. */
const COUNT_CAP = 10_000;
/** The same for a search, which has to look into every episode that it counts. */
const SEARCH_COUNT_CAP = 1_000;

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
    const page = { sort, after, before };
    const ids = isEmptyFilter(filter) ? null : await findFewEpisodeIds(filter, FEW);
    if (ids) return { ...(await listStoredEpisodes({ ids }, page, limit)), count: ids.length, isCountCapped: false };
    const [list, counted] = await Promise.all([listStoredEpisodes({ filter }, page, limit), countUpToCap(filter)]);
    return { ...list, ...counted };
  },
});

async function countUpToCap(filter: EpisodeFilter): Promise<{ count: number; isCountCapped: boolean }> {
  const cap = filter.search === undefined ? COUNT_CAP : SEARCH_COUNT_CAP;
  const count = await countEpisodes(filter, cap + 1);
  return { count: Math.min(count, cap), isCountCapped: count > cap };
}
