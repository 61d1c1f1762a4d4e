import { z } from "zod";

/**
 * Conditions on episodes, shared by browsing, sampling and selection. Every field is optional and all that are given
 * must hold. It lives in the address of the episode list, so every field also reads from text.
 */
export const episodeFilterSchema = z.object({
  /** Words looked for in names, situation, codename, tag and source id. */
  search: z.string().trim().max(200).optional(),
  /** A policy in either seat. */
  policy: z.string().max(200).optional(),
  /** A second policy in the other seat. */
  partner: z.string().max(200).optional(),
  /** Codename of the scenario. */
  scenario: z.string().max(200).optional(),
  tag: z.string().max(200).optional(),
  sourceFile: z.string().max(400).optional(),
  importId: z.string().max(64).optional(),
  /** `only` the SOTOPIA-hard scenarios, or everything `without` them. */
  hard: z.enum(["only", "without"]).optional(),
  /** Which ratings an episode must already have. */
  rated: z.enum(["judge", "human", "none"]).optional(),
  turnsFrom: z.coerce.number().int().min(0).max(10_000).optional(),
  turnsTo: z.coerce.number().int().min(0).max(10_000).optional(),
  /** `open`: same source id with other content, not decided yet. */
  conflict: z.enum(["open"]).optional(),
});
export type EpisodeFilter = z.infer<typeof episodeFilterSchema>;

/** True when no condition is set, so that every episode matches. */
export function isEmptyFilter(filter: EpisodeFilter): boolean {
  return Object.values(filter).every((value) => value === undefined || value === "");
}
