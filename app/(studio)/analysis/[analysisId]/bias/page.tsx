import { BiasView } from "#components/analysis/bias/bias-view.tsx";
import { loadView, type ViewProps } from "../analysis.ts";
import { ViewPage } from "../view-page.tsx";

/** View "bias" of an analysis. */
export default async function Page(props: ViewProps) {
  const { finding, ...rest } = await loadView(props, "bias");
  return (
    <ViewPage {...rest}>
      <BiasView finding={finding} />
    </ViewPage>
  );
}
