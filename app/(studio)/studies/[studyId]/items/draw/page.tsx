import { redirect } from "next/navigation";
import { DrawForm } from "#components/studies/form/draw-form.tsx";
import { newStudyFields } from "#lib/domain/studies/new-study.ts";
import { planToFields } from "#lib/domain/studies/plan-form.ts";
import { requirePermission } from "#lib/web/require-permission.ts";
import { drawStudyItemsAction } from "../../../actions.ts";
import { listEpisodeOptions } from "../../../episode-options.ts";
import { loadStudy, type StudyParams } from "../../study.ts";

export const metadata = { title: "Draw items" };

/** Draws the items of a draft anew, from the plan of the last draw. */
export default async function DrawItemsPage({ params }: StudyParams) {
  const { actor, study } = await loadStudy((await params).studyId);
  requirePermission(actor, "studies.write");
  if (study.state !== "draft") redirect(`/studies/${study.id}/items`);
  const last = study.sampling.draws.at(-1);
  const initial = {
    ...newStudyFields(),
    seed: String(study.design.seed),
    ...(last ? planToFields(last.plan) : {}),
  };
  return (
    <DrawForm
      send={drawStudyItemsAction}
      mode="replace"
      studyId={study.id}
      initial={initial}
      options={await listEpisodeOptions(actor)}
    />
  );
}
