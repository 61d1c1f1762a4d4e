import { ActionForm } from "#components/forms/action-form.tsx";
import { ConfirmAction } from "#components/forms/confirm-action.tsx";
import { ItemWarnings } from "#components/studies/item-warnings.tsx";
import { LaunchChecks } from "#components/studies/launch-checks.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { plural } from "#components/ui/format.ts";
import { can } from "#lib/domain/access/permissions.ts";
import { countWarnings } from "#lib/domain/studies/item-warnings.ts";
import { isLaunchable, launchChecklist } from "#lib/domain/studies/launch-checklist.ts";
import { getItemWarnings } from "#lib/operations/study-items/get-item-warnings.ts";
import { linksStayHere } from "#lib/web/address-of.ts";
import { deleteDraftAction, launchStudyAction } from "./actions.ts";
import type { loadStudy } from "./study.ts";

type Props = Awaited<ReturnType<typeof loadStudy>> & { unknownCount: number };

/** A draft: what stands between it and its launch. */
export async function DraftPage({ actor, study, unknownCount }: Props) {
  const warnings = await getItemWarnings(actor, { studyId: study.id });
  const warningCount = countWarnings(warnings);
  const { itemCount, pilot } = study;
  const checks = launchChecklist(study.design, { itemCount, warningCount, pilot, linksStayHere: linksStayHere() });
  const fields = { studyId: study.id };
  return (
    <div className="flex max-w-[60rem] flex-col gap-8">
      {unknownCount > 0 ? (
        <Callout tone="warn">
          {plural(unknownCount, "id")} of the list {unknownCount === 1 ? "names" : "name"} no episode here, so the study
          has fewer items than the list has lines. Import what is missing, then draw the items again.
        </Callout>
      ) : null}
      <section>
        <h2 className="mb-2 text-lg">Before launch</h2>
        <LaunchChecks checks={checks} />
      </section>
      {warningCount + warnings.unsearched > 0 ? (
        <section>
          <h2 className="mb-3 text-lg">In the items</h2>
          <ItemWarnings studyId={study.id} counts={warnings} />
        </section>
      ) : null}
      {can(actor, "studies.write") ? (
        <section className="flex flex-wrap items-start gap-3 border-line border-t pt-6">
          <ConfirmLaunch isReady={isLaunchable(checks)} fields={fields} />
          <ButtonLink href={`/studies/${study.id}/preview`}>Preview as an annotator</ButtonLink>
          <ButtonLink href={`/studies/${study.id}/edit`}>Edit design</ButtonLink>
          <ConfirmAction
            trigger="Delete draft"
            variant="quiet"
            title="Delete this draft?"
            description="Its design and its list of items are deleted. The episodes stay. This cannot be undone."
            send={deleteDraftAction}
            fields={fields}
            label="Delete draft"
            pendingLabel="Deleting…"
          />
        </section>
      ) : null}
    </div>
  );
}

function ConfirmLaunch({ isReady, fields }: { isReady: boolean; fields: { studyId: string } }) {
  if (!isReady) return <ActionForm send={launchStudyAction} fields={fields} label="Launch study" variant="primary" />;
  return (
    <ConfirmAction
      trigger="Launch study"
      variant="primary"
      title="Launch this study?"
      description="Annotators can enter from now on. Design, guidelines and scales are frozen; only more items and more annotations per item can be added later."
      send={launchStudyAction}
      fields={fields}
      label="Launch study"
      pendingLabel="Launching…"
    />
  );
}
