import type { Metadata } from "next";
import { CoverageTable } from "#components/analysis/replication/coverage-table.tsx";
import { GoalGapChart } from "#components/analysis/replication/goal-gap-chart.tsx";
import { ReplicationLead } from "#components/analysis/replication/replication-lead.tsx";
import { List, TableSection } from "#components/analysis/replication/table-section.tsx";
import { ButtonLink, buttonClasses } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { PAPER } from "#lib/domain/analysis/replication/published-means.ts";
import type { ReplicationTable } from "#lib/domain/analysis/replication/replication.ts";
import { replicatePaper } from "#lib/operations/replication/replicate-paper.ts";
import { requireUser } from "#lib/web/current-actor.ts";

export const metadata: Metadata = { title: "SOTOPIA-π replicated" };

/** The human evaluation of SOTOPIA-π, computed anew from the ratings that were imported. */
export default async function ReplicationPage() {
  const replication = await replicatePaper(await requireUser(), {});
  const { coverage, notes, tables } = replication;
  const isEmpty = coverage.every(({ episodes }) => episodes === 0);
  return (
    <>
      <PageHeader
        title="SOTOPIA-π’s human evaluation, replicated"
        parent={{ href: "/analysis", label: "Analysis" }}
        facts={
          <>
            {PAPER.authors}:{" "}
            <a href={PAPER.address} className="underline underline-offset-3">
              {PAPER.title}
            </a>
          </>
        }
        actions={
          isEmpty ? null : (
            <a href="/api/v1/replication/figures.csv" download className={buttonClasses()}>
              Download all figures
            </a>
          )
        }
      />
      {isEmpty ? (
        <NothingYet notes={notes} />
      ) : (
        <div className="flex flex-col gap-10">
          <div className="flex flex-col gap-5">
            <ReplicationLead replication={replication} excludedRaters={replication.excludedRaters} />
            <CoverageTable coverage={coverage} />
            <Oddities notes={notes} />
            <TableLinks tables={tables} />
          </div>
          {tables.map((table) => (
            <TableSection key={table.id} table={table}>
              {table.id === "figure-4" ? <GoalGapChart table={table} /> : null}
            </TableSection>
          ))}
        </div>
      )}
    </>
  );
}

function Oddities({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <details className="text-sm">
      <summary className="w-fit py-2 text-ink-2 hover:text-ink">What is odd in these data ({notes.length})</summary>
      <List sentences={notes} className="mt-1 max-w-[90ch]" />
    </details>
  );
}

function TableLinks({ tables }: { tables: readonly ReplicationTable[] }) {
  return (
    <nav aria-label="Tables" className="text-sm print:hidden">
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {tables.map(({ id, name }) => (
          <li key={id}>
            <a href={`#${id}`} className="inline-flex min-h-8 items-center underline underline-offset-3">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function NothingYet({ notes }: { notes: readonly string[] }) {
  return (
    <EmptyState
      title="The study’s ratings are not here yet"
      action={
        <>
          <ButtonLink href="/ratings">Import ratings</ButtonLink>
          <ButtonLink href="/episodes/import">Import episodes</ButtonLink>
        </>
      }
    >
      <p>
        This page computes the paper’s tables from its own ratings and lays them beside the published figures. It takes
        the official rating tables (with the columns pk, prolific_id and believability_1 to goal_2), the rated episodes,
        which say which agent is under study, and the judge’s scores of the same episodes. Any part of them will do:
        what cannot be computed says why.
      </p>
      {notes.length > 0 ? <List sentences={notes} className="mt-3 text-sm" /> : null}
    </EmptyState>
  );
}
