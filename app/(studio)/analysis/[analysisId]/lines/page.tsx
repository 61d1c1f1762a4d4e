import { LinesView } from "#components/analysis/lines/lines-view.tsx";
import { loadView, type ViewProps } from "../analysis.ts";
import { ViewPage } from "../view-page.tsx";

/** View "lines" of an analysis. */
export default async function Page(props: ViewProps) {
  return <ViewPage {...(await loadView(props, "lines"))} Body={LinesView} />;
}
