import { AnnotatorsView } from "#components/analysis/annotators/annotators-view.tsx";
import { loadView, type ViewProps } from "../analysis.ts";
import { ViewPage } from "../view-page.tsx";

/** View "annotators" of an analysis. */
export default async function Page(props: ViewProps) {
  return <ViewPage {...(await loadView(props, "annotators"))} Body={AnnotatorsView} />;
}
