import type { Metadata } from "next";
import { StudyTable } from "#components/studies/study-table.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { can } from "#lib/domain/access/permissions.ts";
import { listStudies } from "#lib/operations/studies/list-studies.ts";
import { requireUser } from "#lib/web/current-actor.ts";

export const metadata: Metadata = { title: "Studies" };

type Search = Promise<{ before?: string; id?: string }>;

/** All studies, newest first. */
export default async function StudiesPage({ searchParams }: { searchParams: Search }) {
  const actor = await requireUser();
  const { before, id } = await searchParams;
  const after = before && id && !Number.isNaN(Date.parse(before)) ? { createdAt: new Date(before), id } : null;
  const { studies, next } = await listStudies(actor, { after });
  const newStudy = can(actor, "studies.write") ? (
    <ButtonLink href="/studies/new" variant="primary">
      New study
    </ButtonLink>
  ) : null;
  const isEmpty = studies.length === 0 && !after;
  return (
    <>
      <PageHeader
        title="Studies"
        facts="A study gives episodes to annotators and collects their ratings."
        actions={isEmpty ? null : newStudy}
      />
      {isEmpty ? (
        <EmptyState title="No study yet" action={newStudy}>
          <p>
            Choose episodes, say how many people should rate each, and look at what they will see. Nothing reaches an
            annotator before you launch.
          </p>
        </EmptyState>
      ) : (
        <>
          <StudyTable studies={studies} />
          <Pager
            firstHref={after ? "/studies" : null}
            nextHref={next ? `/studies?before=${encodeURIComponent(next.createdAt.toISOString())}&id=${next.id}` : null}
          />
        </>
      )}
    </>
  );
}
