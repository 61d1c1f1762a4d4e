import { ActionForm } from "#components/forms/action-form.tsx";
import { DrawStory } from "#components/studies/draw-story.tsx";
import { ItemTable } from "#components/studies/item-table.tsx";
import { ItemWarnings } from "#components/studies/item-warnings.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Field, TextInput } from "#components/ui/field.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { can } from "#lib/domain/access/permissions.ts";
import { countWarnings } from "#lib/domain/studies/item-warnings.ts";
import { canTakeStep } from "#lib/domain/studies/lifecycle.ts";
import { getItemWarnings } from "#lib/operations/study-items/get-item-warnings.ts";
import { listStudyItems } from "#lib/operations/study-items/list-study-items.ts";
import { placeInList } from "#lib/web/place-in-list.ts";
import { raiseAnnotationsAction } from "../actions.ts";
import { loadStudy, type StudyParams } from "../study.ts";

export const metadata = { title: "Items" };

/** The episodes of a study, how they were drawn, and what may still be added. */
export default async function StudyItemsPage({
  params,
  searchParams,
}: StudyParams & { searchParams: Promise<{ after?: string }> }) {
  const { actor, study } = await loadStudy((await params).studyId);
  const after = placeInList((await searchParams).after);
  const { items, next } = await listStudyItems(actor, { studyId: study.id, after });
  const warnings = after === 0 ? await getItemWarnings(actor, { studyId: study.id }) : null;
  const base = `/studies/${study.id}/items`;
  const isDraft = study.state === "draft";
  const redraw =
    isDraft && can(actor, "studies.write") ? <ButtonLink href={`${base}/draw`}>Draw the items anew</ButtonLink> : null;
  if (study.itemCount === 0) {
    return (
      <EmptyState title="No items yet" action={redraw}>
        <p>Items are the episodes that annotators rate. Draw them by a filter, a list of ids or a sample.</p>
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <DrawStory draws={study.sampling.draws} />
        {redraw}
      </div>
      {warnings && countWarnings(warnings) + warnings.unsearched > 0 ? (
        <ItemWarnings studyId={study.id} counts={warnings} />
      ) : null}
      <div>
        <ItemTable
          studyId={study.id}
          items={items}
          annotationsPerItem={study.design.annotationsPerItem}
          isLaunched={!isDraft}
        />
        <Pager
          firstHref={after > 0 ? base : null}
          nextHref={next === null ? null : `${base}?after=${next}`}
          shown={`${study.itemCount} items`}
        />
      </div>
      {can(actor, "studies.launch") && canTakeStep(study.state, "extend") ? (
        <Extend studyId={study.id} annotationsPerItem={study.design.annotationsPerItem} />
      ) : null}
    </div>
  );
}

function Extend({ studyId, annotationsPerItem }: { studyId: string; annotationsPerItem: number }) {
  return (
    <section className="grid gap-10 border-line border-t pt-6 lg:grid-cols-2">
      <div>
        <h2 className="mb-3 text-lg">Add items</h2>
        <p className="mb-3 max-w-[68ch] text-sm text-ink-2">
          By a filter, a list of ids or a sample, of the episodes that the study does not have yet. Those that it has
          stay.
        </p>
        <ButtonLink href={`/studies/${studyId}/items/add`}>Add items</ButtonLink>
      </div>
      <div>
        <h2 className="mb-3 text-lg">More annotations per item</h2>
        <ActionForm send={raiseAnnotationsAction} fields={{ studyId }} label="Ask for more" pendingLabel="Asking…">
          <Field
            id="annotationsPerItem"
            label="Annotations per item"
            help={`Now ${annotationsPerItem}. It can only be raised.`}
          >
            <TextInput
              id="annotationsPerItem"
              name="annotationsPerItem"
              inputMode="numeric"
              defaultValue={annotationsPerItem + 1}
              aria-describedby="annotationsPerItem-help"
              className="max-w-28"
            />
          </Field>
        </ActionForm>
      </div>
    </section>
  );
}
