import { GridView } from "#components/analysis/grid/grid-view.tsx";
import { loadView, type ViewProps } from "../analysis.ts";
import { ViewPage } from "../view-page.tsx";

/** View "grid" of an analysis, with the curves that can be laid over it. */
export default async function Page(props: ViewProps) {
  const [{ finding, ...rest }, calibration] = await Promise.all([
    loadView(props, "grid"),
    loadView(props, "calibration"),
  ]);
  return (
    <ViewPage {...rest}>
      <GridView analysisId={rest.analysis.id} finding={finding} calibration={calibration.finding} />
    </ViewPage>
  );
}
