import type { Metadata } from "next";
import { ScenarioTable } from "#components/scenarios/scenario-table.tsx";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Checkbox, Field, TextInput } from "#components/ui/field.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { listScenarios } from "#lib/operations/scenarios/list-scenarios.ts";
import { requireUser } from "#lib/web/current-actor.ts";
import { orNotFound } from "#lib/web/or-not-found.ts";

export const metadata: Metadata = { title: "Scenarios" };

type Query = Record<string, string | string[] | undefined>;

/** The scenarios whose profiles are here. */
export default async function ScenariosPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireUser();
  const query = await searchParams;
  const text = (name: string) => [query[name]].flat()[0] || undefined;
  const [search, after, hard] = [text("q"), text("after"), text("hard") === "only"];
  const { scenarios, next } = await orNotFound(listScenarios(actor, { search, after, hard: hard || undefined }));
  const href = (place?: string) => {
    const parts = new URLSearchParams();
    if (search) parts.set("q", search);
    if (hard) parts.set("hard", "only");
    if (place) parts.set("after", place);
    return parts.size > 0 ? `/scenarios?${parts}` : "/scenarios";
  };
  const isFiltered = search !== undefined || hard;
  return (
    <>
      <PageHeader title="Scenarios" facts="The social situations that episodes play in, with both private goals." />
      {isFiltered || scenarios.length > 0 ? (
        <search>
          <form method="get" action="/scenarios" className="mb-5 flex flex-wrap items-end gap-x-5 gap-y-3">
            <Field id="scenario-search" label="Search" className="w-full sm:w-72">
              <TextInput
                id="scenario-search"
                name="q"
                type="search"
                defaultValue={search}
                placeholder="Codename, text, id"
              />
            </Field>
            <div className="flex h-10 items-center">
              <Checkbox id="scenario-hard" name="hard" value="only" label="Only SOTOPIA-hard" defaultChecked={hard} />
            </div>
            <Button type="submit">Show</Button>
          </form>
        </search>
      ) : null}
      {scenarios.length > 0 ? (
        <ScenarioTable rows={scenarios} />
      ) : isFiltered ? (
        <EmptyState title="No scenario fits" action={<ButtonLink href="/scenarios">Show all scenarios</ButtonLink>}>
          <p>Nothing here matches. Try fewer or other words.</p>
        </EmptyState>
      ) : (
        <EmptyState
          title="Scenarios come from files"
          action={<ButtonLink href="/episodes/import">Import profiles</ButtonLink>}
        >
          <p>
            Import SOTOPIA’s environment profiles, and the episodes that play in them get their codename, relationship
            and hard mark. Agent and relationship profiles may come along.
          </p>
        </EmptyState>
      )}
      <Pager firstHref={after ? href() : null} nextHref={next ? href(next) : null} />
    </>
  );
}
