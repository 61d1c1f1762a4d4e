import { PlannerView } from "#components/analysis/planner/planner-view.tsx";
import { loadView, type ViewProps } from "../analysis.ts";
import { ViewPage } from "../view-page.tsx";

/** View "planner" of an analysis. */
export default async function Page(props: ViewProps) {
  const { finding, ...rest } = await loadView(props, "planner");
  return (
    <ViewPage {...rest}>
      <PlannerView finding={finding} />
    </ViewPage>
  );
}
