import type { EpisodeOptions } from "#components/studies/form/items-section.tsx";
import type { Actor } from "#lib/domain/access/actor.ts";

/** What the form of a study offers to choose from. */
export async function listEpisodeOptions(_actor: Actor): Promise<EpisodeOptions> {
  return { policies: [], scenarios: [], tags: [], files: [] };
}
