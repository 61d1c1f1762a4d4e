import { AnnotatorsView } from "#components/analysis/annotators/annotators-view.tsx";
import { loadView, type ViewProps } from "../analysis.ts";
import { ViewPage } from "../view-page.tsx";

/** View "annotators" of an analysis. */
export default async function Page(props: ViewProps) {
  const { finding, ...rest } = await loadView(props, "annotators");
  return (
    <ViewPage {...rest}>
      <AnnotatorsView finding={finding} />
    </ViewPage>
  );
}
