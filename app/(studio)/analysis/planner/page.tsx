import type { Metadata } from "next";
import { TypedPlanner } from "#components/analysis/planner/typed-planner.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { planFrom, readAssumptions } from "#lib/domain/analysis/typed-plan.ts";
import { requireUser } from "#lib/web/current-actor.ts";
import { requirePermission } from "#lib/web/require-permission.ts";

export const metadata: Metadata = { title: "Plan a study" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** How many ratings a study takes, before there are any: from assumptions in the address. */
export default async function PlannerPage({ searchParams }: Props) {
  requirePermission(await requireUser(), "analyses.read");
  const search = await searchParams;
  const assumptions = readAssumptions((name) => [search[name]].flat()[0]);
  return (
    <>
      <PageHeader
        title="How many ratings?"
        parent={{ href: "/analysis", label: "Analysis" }}
        facts="For a study that has no ratings yet. With ratings, the planner of an analysis knows the spread."
      />
      <TypedPlanner assumptions={assumptions} plan={planFrom(assumptions)} />
    </>
  );
}
