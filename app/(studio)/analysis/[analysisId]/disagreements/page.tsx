import { DisagreementsView } from "#components/analysis/disagreements/disagreements-view.tsx";
import { loadView, type ViewProps } from "../analysis.ts";
import { ViewPage } from "../view-page.tsx";

/** View "disagreements" of an analysis. */
export default async function Page(props: ViewProps) {
  const { finding, ...rest } = await loadView(props, "disagreements");
  return (
    <ViewPage {...rest}>
      <DisagreementsView analysisId={rest.analysis.id} finding={finding} />
    </ViewPage>
  );
}
