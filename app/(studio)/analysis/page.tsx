import type { Metadata } from "next";
import { AnalysisTable } from "#components/analysis/analysis-table.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Link } from "#components/ui/link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { can } from "#lib/domain/access/permissions.ts";
import { listAnalyses } from "#lib/operations/analysis/list-analyses.ts";
import { requireUser } from "#lib/web/current-actor.ts";

export const metadata: Metadata = { title: "Analysis" };

type Props = { searchParams: Promise<{ before?: string; id?: string }> };

/** All saved questions, the last changed first. */
export default async function AnalysisListPage({ searchParams }: Props) {
  const actor = await requireUser();
  const { before, id } = await searchParams;
  const after = before && id && !Number.isNaN(Date.parse(before)) ? { updatedAt: new Date(before), id } : null;
  const { analyses, next } = await listAnalyses(actor, { after });
  const newAnalysis = can(actor, "analyses.write") ? (
    <ButtonLink href="/analysis/new" variant="primary">
      New analysis
    </ButtonLink>
  ) : null;
  const isEmpty = analyses.length === 0 && !after;
  return (
    <>
      <PageHeader
        title="Analysis"
        facts="Does the judge overrate agents, which ones, and what would people have said?"
        actions={isEmpty ? null : newAnalysis}
      />
      {isEmpty ? (
        <EmptyState title="No question yet" action={newAnalysis}>
          <p>
            An analysis is one question to the ratings of people and of a judge: which policies, which dimensions, under
            which rules. It is saved, shared by its link, and computed anew when ratings arrive.
          </p>
        </EmptyState>
      ) : (
        <>
          <AnalysisTable analyses={analyses} />
          <Pager
            firstHref={after ? "/analysis" : null}
            nextHref={
              next ? `/analysis?before=${encodeURIComponent(next.updatedAt.toISOString())}&id=${next.id}` : null
            }
          />
        </>
      )}
      <p className="mt-6 text-sm text-ink-2">
        <Link href="/analysis/replication" className="link">
          SOTOPIA-π’s human evaluation, replicated
        </Link>{" "}
        beside the published figures.{" "}
        <Link href="/analysis/measures" className="link">
          What the measures say
        </Link>
        , each with an example.{" "}
        <Link href="/analysis/planner" className="link">
          Plan how many ratings a study takes
        </Link>
        , also without any data.
      </p>
    </>
  );
}
