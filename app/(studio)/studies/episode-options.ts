import type { EpisodeOptions } from "#components/studies/form/items-section.tsx";
import type { Actor } from "#lib/domain/access/actor.ts";
import { listFilterOptions } from "#lib/operations/episodes/list-filter-options.ts";

/** What the form of a study offers to choose from, of the episodes there are. */
export async function listEpisodeOptions(actor: Actor): Promise<EpisodeOptions> {
  const { policies, scenarios, tags, sourceFiles } = await listFilterOptions(actor, {});
  return { policies, scenarios, tags, files: sourceFiles };
}
