import { DisagreementsView } from "#components/analysis/disagreements/disagreements-view.tsx";
import { loadView, type ViewProps } from "../analysis.ts";
import { ViewPage } from "../view-page.tsx";

/** View "disagreements" of an analysis. */
export default async function Page(props: ViewProps) {
  return <ViewPage {...(await loadView(props, "disagreements"))} Body={DisagreementsView} />;
}
