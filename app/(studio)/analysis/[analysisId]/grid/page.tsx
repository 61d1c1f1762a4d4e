import { GridView } from "#components/analysis/grid/grid-view.tsx";
import { loadView, type ViewProps } from "../analysis.ts";
import { ViewPage } from "../view-page.tsx";

/** View "grid" of an analysis. */
export default async function Page(props: ViewProps) {
  const { finding, ...rest } = await loadView(props, "grid");
  return (
    <ViewPage {...rest}>
      <GridView analysisId={rest.analysis.id} finding={finding} />
    </ViewPage>
  );
}
