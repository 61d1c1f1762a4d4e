import { redirect } from "next/navigation";
import { StudyForm } from "#components/studies/form/study-form.tsx";
import { GUIDELINES_VERSIONS } from "#lib/domain/annotations/guidelines/get-guidelines.ts";
import { designToFields } from "#lib/domain/studies/design-form.ts";
import { listPilots } from "#lib/operations/studies/list-pilots.ts";
import { requirePermission } from "#lib/web/require-permission.ts";
import { updateStudyAction } from "../../actions.ts";
import { loadStudy, type StudyParams } from "../study.ts";

export const metadata = { title: "Edit design" };

/** The design of a draft in its form; a launched study has nothing to edit. */
export default async function EditStudyPage({ params }: StudyParams) {
  const { actor, study } = await loadStudy((await params).studyId);
  requirePermission(actor, "studies.write");
  if (study.state !== "draft") redirect(`/studies/${study.id}/settings`);
  const pilots = await listPilots(actor, {});
  return (
    <StudyForm
      send={updateStudyAction}
      draft={{ studyId: study.id, designMark: study.designMark }}
      initial={designToFields(study.design)}
      pilots={pilots.filter((pilot) => pilot.id !== study.id)}
      guidelines={GUIDELINES_VERSIONS}
      options={{ policies: [], scenarios: [], tags: [], files: [] }}
      itemCount={study.itemCount}
      submitLabel="Save design"
    />
  );
}
