import { AgreementView } from "#components/analysis/agreement/agreement-view.tsx";
import { loadView, type ViewProps } from "../analysis.ts";
import { ViewPage } from "../view-page.tsx";

/** View "agreement" of an analysis. */
export default async function Page(props: ViewProps) {
  const { finding, ...rest } = await loadView(props, "agreement");
  return (
    <ViewPage {...rest}>
      <AgreementView finding={finding} />
    </ViewPage>
  );
}
