import { AgreementView } from "#components/analysis/agreement/agreement-view.tsx";
import { loadView, type ViewProps } from "../analysis.ts";
import { ViewPage } from "../view-page.tsx";

/** View "agreement" of an analysis. */
export default async function Page(props: ViewProps) {
  return <ViewPage {...(await loadView(props, "agreement"))} Body={AgreementView} />;
}
