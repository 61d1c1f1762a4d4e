import { TextFontAhead } from "#app/fonts-ahead.tsx";
import { OverviewView } from "#components/analysis/overview/overview-view.tsx";
import { loadView, type ViewProps } from "./analysis.ts";
import { ViewPage } from "./view-page.tsx";

/** What the data show: the overview of an analysis. */
export default async function Page(props: ViewProps) {
  const { finding, ...rest } = await loadView(props, "overview");
  return (
    <ViewPage {...rest}>
      {finding.empty ? null : <TextFontAhead />}
      <OverviewView analysisId={rest.analysis.id} finding={finding} />
    </ViewPage>
  );
}
