import { z } from "zod";

/** What the ratings filter may ask for: at least one of that kind, both kinds, or none at all. */
const RATED_FILTERS = ["judge", "human", "both", "none"] as const;

/** Orders in which episodes can be listed. Every one is total, so that paging never skips or repeats an episode. */
export const EPISODE_SORTS = ["newest", "oldest", "turns-most", "turns-fewest", "source-id"] as const;
/** One of {@link EPISODE_SORTS}. */
export type EpisodeSort = (typeof EPISODE_SORTS)[number];

const text = z.string().trim().min(1).max(300);
const turns = z.coerce.number().int().min(0).max(100_000);

/**
 * Conditions on episodes, shared by browsing and by drawing study items. Everything is optional and joined by “and”.
 * - `search`: words, or their beginnings, in names, situation, codename, tag or source id
 * - `policy`: plays either seat; `partner`: plays the other one (or either, without `policy`)
 * - `scenario`: codename; `scenarioId`: the scenario's source id
 * - `sourceFile`: name of the file it came from; `importId`: one import
 * - `hard`: `only` SOTOPIA-hard, or everything `without` it; `rated`: which ratings it has
 * - `turnsFrom`, `turnsTo`: inclusive
 * - `conflict`: `open` for undecided conflicts, `set-aside` for those decided against. Without it everything is
 *   listed except what was set aside.
 */
export const episodeFilterSchema = z.object({
  search: text.optional(),
  policy: text.optional(),
  partner: text.optional(),
  scenario: text.optional(),
  scenarioId: text.optional(),
  tag: text.optional(),
  sourceFile: text.optional(),
  importId: text.optional(),
  hard: z.enum(["only", "without"]).optional(),
  rated: z.enum(RATED_FILTERS).optional(),
  turnsFrom: turns.optional(),
  turnsTo: turns.optional(),
  conflict: z.enum(["open", "set-aside"]).optional(),
  prompt: z.enum(["matches", "foreign", "unverified", "absent"]).optional(),
  demo: z.enum(["only", "hide"]).optional(),
});
export type EpisodeFilter = z.infer<typeof episodeFilterSchema>;

/** One page of a list: where to go on (`after`) or back (`before`), as the list's answer gave it. */
export type EpisodePage = { sort: EpisodeSort; after?: string | undefined; before?: string | undefined };

/** The address's parameters as a page gets them. */
export type QueryValues = Record<string, string | string[] | undefined>;

/** The name of each condition in an address; the same names serve the form that filters without JavaScript. */
export const FILTER_PARAMETERS: Record<keyof EpisodeFilter, string> = {
  search: "q",
  policy: "policy",
  partner: "partner",
  scenario: "scenario",
  scenarioId: "scenarioId",
  tag: "tag",
  sourceFile: "file",
  importId: "import",
  hard: "hard",
  rated: "rated",
  turnsFrom: "turnsFrom",
  turnsTo: "turnsTo",
  conflict: "conflict",
  prompt: "prompt",
  demo: "demo",
};

const KEYS = Object.keys(FILTER_PARAMETERS) as (keyof EpisodeFilter)[];

function single(value: string | string[] | undefined): string | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  return first === undefined || first.trim() === "" ? undefined : first;
}

/** Reads a filter from an address. What does not parse is left out, so that an old or mistyped link still shows a list. */
export function parseEpisodeFilter(query: QueryValues): EpisodeFilter {
  const filter: Record<string, unknown> = {};
  for (const key of KEYS) {
    const given = single(query[FILTER_PARAMETERS[key]]);
    if (given === undefined) continue;
    const parsed = episodeFilterSchema.shape[key].safeParse(given);
    if (parsed.success && parsed.data !== undefined) filter[key] = parsed.data;
  }
  return filter as EpisodeFilter;
}

/** Reads the order and the place in the list from an address. */
export function parseEpisodePage(query: QueryValues): EpisodePage {
  const sort = z.enum(EPISODE_SORTS).safeParse(single(query.sort));
  return { sort: sort.success ? sort.data : "newest", after: single(query.after), before: single(query.before) };
}

/** Writes a filter and an order as address parameters, in a fixed order and without what is default. */
export function episodeQuery(filter: EpisodeFilter, page: Partial<EpisodePage> = {}): URLSearchParams {
  const out = new URLSearchParams();
  for (const key of KEYS) {
    const value = filter[key];
    if (value !== undefined) out.set(FILTER_PARAMETERS[key], String(value));
  }
  if (page.sort && page.sort !== "newest") out.set("sort", page.sort);
  if (page.after) out.set("after", page.after);
  if (page.before) out.set("before", page.before);
  return out;
}

/** True when no condition is set, so that every episode matches. */
export function isEmptyFilter(filter: EpisodeFilter): boolean {
  return KEYS.every((key) => filter[key] === undefined);
}
