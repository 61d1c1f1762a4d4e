import { BlandAltmanView } from "#components/analysis/bland-altman/bland-altman-view.tsx";
import { loadView, type ViewProps } from "../analysis.ts";
import { ViewPage } from "../view-page.tsx";

/** View "bland-altman" of an analysis. */
export default async function Page(props: ViewProps) {
  return <ViewPage {...(await loadView(props, "bland-altman"))} Body={BlandAltmanView} />;
}
