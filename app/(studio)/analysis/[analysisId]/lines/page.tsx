import { LinesView } from "#components/analysis/lines/lines-view.tsx";
import { loadView, type ViewProps } from "../analysis.ts";
import { ViewPage } from "../view-page.tsx";

/** View "lines" of an analysis. */
export default async function Page(props: ViewProps) {
  const { finding, ...rest } = await loadView(props, "lines");
  return (
    <ViewPage {...rest}>
      <LinesView finding={finding} />
    </ViewPage>
  );
}
