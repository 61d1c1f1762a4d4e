import { requireUser } from "#lib/web/current-actor.ts";
import { requirePermission } from "#lib/web/require-permission.ts";
import { updateAnalysisAction } from "../../actions.ts";
import { QuestionPage } from "../../question-page.tsx";
import { loadAnalysis, type ViewProps } from "../analysis.ts";

/** Changes the question of an analysis; the old one keeps its version and its links. */
export default async function EditAnalysisPage({ params, searchParams }: ViewProps) {
  requirePermission(await requireUser(), "analyses.write");
  const { actor, analysis } = await loadAnalysis((await params).analysisId);
  return (
    <QuestionPage
      actor={actor}
      search={await searchParams}
      path={`/analysis/${analysis.id}/edit`}
      send={updateAnalysisAction}
      submitLabel="Save as new version"
      saved={analysis}
    />
  );
}
