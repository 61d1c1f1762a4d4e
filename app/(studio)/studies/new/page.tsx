import type { Metadata } from "next";
import { StudyForm } from "#components/studies/form/study-form.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { GUIDELINES_VERSIONS } from "#lib/domain/annotations/guidelines/get-guidelines.ts";
import { parseEpisodeFilter } from "#lib/domain/episodes/filter.ts";
import { newStudyFields } from "#lib/domain/studies/new-study.ts";
import { filterToFields } from "#lib/domain/studies/plan-form.ts";
import { getOverview } from "#lib/operations/home/get-overview.ts";
import { listPilots } from "#lib/operations/studies/list-pilots.ts";
import { requireUser } from "#lib/web/current-actor.ts";
import { requirePermission } from "#lib/web/require-permission.ts";
import { createStudyAction } from "../actions.ts";
import { listEpisodeOptions } from "../episode-options.ts";

export const metadata: Metadata = { title: "New study" };

type Search = Promise<Record<string, string | string[] | undefined>>;

/** The form of a new study; conditions in the address (from the episode list) are filled in. */
export default async function NewStudyPage({ searchParams }: { searchParams: Search }) {
  const actor = await requireUser();
  requirePermission(actor, "studies.write");
  const filter = parseEpisodeFilter(await searchParams);
  const [pilots, options, home] = await Promise.all([
    listPilots(actor, {}),
    listEpisodeOptions(actor),
    getOverview(actor, {}),
  ]);
  // Demo episodes are there to try things out; beside one's own they would end up among the ratings unnoticed.
  if (home.hasOwnEpisodes) filter.demo ??= "hide";
  return (
    <>
      <PageHeader
        title="New study"
        parent={{ href: "/studies", label: "Studies" }}
        facts="Nothing is shown to anybody before you launch it."
      />
      <StudyForm
        send={createStudyAction}
        initial={{ ...newStudyFields(), ...filterToFields(filter) }}
        pilots={pilots}
        guidelines={GUIDELINES_VERSIONS}
        options={options}
        submitLabel="Create draft"
      />
    </>
  );
}
