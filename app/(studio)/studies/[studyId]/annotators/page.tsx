import { AnnotatorTable } from "#components/studies/annotator-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { can } from "#lib/domain/access/permissions.ts";
import { canTakeStep } from "#lib/domain/studies/lifecycle.ts";
import { listStudyAnnotators } from "#lib/operations/study-ratings/list-study-annotators.ts";
import {
  excludeAnnotatorAction,
  includeAnnotatorAction,
  markPilotPassedAction,
  withdrawAnnotatorAction,
} from "../actions.ts";
import { loadStudy, type StudyParams } from "../study.ts";

export const metadata = { title: "Annotators" };

type Search = { searchParams: Promise<{ after?: string; id?: string }> };

/** Who took part, under pseudonyms: how each ended, what each did, how long it took. */
export default async function StudyAnnotatorsPage({ params, searchParams }: StudyParams & Search) {
  const { actor, study } = await loadStudy((await params).studyId);
  const { after, id } = await searchParams;
  const cursor = after && id && !Number.isNaN(Date.parse(after)) ? { enteredAt: new Date(after), id } : null;
  const { annotators, next } = await listStudyAnnotators(actor, { studyId: study.id, after: cursor });
  const base = `/studies/${study.id}/annotators`;
  if (annotators.length === 0 && !cursor) {
    return (
      <EmptyState title="Nobody has come yet">
        <p>
          Annotators appear here under a pseudonym as soon as they open their link. Your own previews are not listed.
        </p>
      </EmptyState>
    );
  }
  return (
    <>
      <AnnotatorTable
        annotators={annotators}
        exclusion={
          can(actor, "annotations.exclude")
            ? {
                exclude: excludeAnnotatorAction,
                include: includeAnnotatorAction,
                canReplace: canTakeStep(study.state, "extend"),
              }
            : null
        }
        pilot={
          study.design.kind === "pilot"
            ? { mark: can(actor, "annotations.exclude") ? markPilotPassedAction : null }
            : null
        }
        withdraw={can(actor, "annotations.withdraw") ? withdrawAnnotatorAction : null}
      />
      <Pager
        firstHref={cursor ? base : null}
        nextHref={next ? `${base}?after=${encodeURIComponent(next.enteredAt.toISOString())}&id=${next.id}` : null}
      />
    </>
  );
}
