import { redirect } from "next/navigation";
import { DrawForm } from "#components/studies/form/draw-form.tsx";
import { canTakeStep } from "#lib/domain/studies/lifecycle.ts";
import { newStudyFields } from "#lib/domain/studies/new-study.ts";
import { planToFields } from "#lib/domain/studies/plan-form.ts";
import { requirePermission } from "#lib/web/require-permission.ts";
import { addItemsAction } from "../../../actions.ts";
import { listEpisodeOptions } from "../../../episode-options.ts";
import { loadStudy, type StudyParams } from "../../study.ts";

export const metadata = { title: "Add items" };

/** Adds items to a launched study, in the same ways in which the first ones were drawn. */
export default async function AddItemsPage({ params }: StudyParams) {
  const { actor, study } = await loadStudy((await params).studyId);
  requirePermission(actor, "studies.launch");
  if (!canTakeStep(study.state, "extend")) redirect(`/studies/${study.id}/items`);
  const last = study.sampling.draws.findLast((draw) => draw.plan.kind !== "ids");
  return (
    <DrawForm
      send={addItemsAction}
      mode="add"
      studyId={study.id}
      initial={{ ...newStudyFields(), ...(last ? planToFields(last.plan) : {}) }}
      options={await listEpisodeOptions(actor)}
    />
  );
}
