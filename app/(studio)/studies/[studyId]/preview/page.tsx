import { ActionForm } from "#components/forms/action-form.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { plural } from "#components/ui/format.ts";
import { requirePermission } from "#lib/web/require-permission.ts";
import { loadStudy, type StudyParams } from "../study.ts";
import { startPreviewAction } from "./actions.ts";

export const metadata = { title: "Preview" };

/** The way into a preview: the very pages that annotators get, entered as somebody who is counted nowhere. */
export default async function PreviewPage({ params }: StudyParams) {
  const { actor, study } = await loadStudy((await params).studyId);
  requirePermission(actor, "studies.write");
  if (study.itemCount === 0) {
    return (
      <EmptyState title="Nothing to preview yet">
        <p>The study has no items. Draw some, then walk through it as an annotator does.</p>
      </EmptyState>
    );
  }
  const { itemsPerAnnotator, hasPractice } = study.design;
  return (
    <section className="max-w-[60ch]">
      <h2 className="text-lg">See it as an annotator does</h2>
      <p className="mt-2 text-ink-2">
        You go through the real pages: consent, guidelines, check, {hasPractice ? "practice, " : ""}
        {plural(Math.min(itemsPerAnnotator, study.itemCount), "item")} and the end. What you do there takes no place
        from an annotator, is counted nowhere and is never exported. Starting again begins from the first page.
      </p>
      <div className="mt-5">
        <ActionForm
          send={startPreviewAction}
          fields={{ studyId: study.id }}
          label="Start the preview"
          pendingLabel="Starting…"
          variant="primary"
        />
      </div>
    </section>
  );
}
