import { PlannerView } from "#components/analysis/planner/planner-view.tsx";
import { can } from "#lib/domain/access/permissions.ts";
import { requireUser } from "#lib/web/current-actor.ts";
import { drawNextItemsAction } from "../../actions.ts";
import { loadView, type ViewProps } from "../analysis.ts";
import { ViewPage } from "../view-page.tsx";

/** View "planner" of an analysis. */
export default async function Page(props: ViewProps) {
  const loaded = await loadView(props, "planner");
  const { id: analysisId, version } = loaded.analysis;
  const draw = can(await requireUser(), "studies.write") ? { analysisId, version, send: drawNextItemsAction } : null;
  return <ViewPage {...loaded} Body={PlannerView} extra={{ draw }} />;
}
