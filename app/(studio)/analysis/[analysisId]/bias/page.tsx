import { BiasView } from "#components/analysis/bias/bias-view.tsx";
import { loadView, type ViewProps } from "../analysis.ts";
import { ViewPage } from "../view-page.tsx";

/** View "bias" of an analysis. */
export default async function Page(props: ViewProps) {
  return <ViewPage {...(await loadView(props, "bias"))} Body={BiasView} />;
}
