import { TextFontAhead } from "#app/fonts-ahead.tsx";
import { OverviewView } from "#components/analysis/overview/overview-view.tsx";
import { loadView, type ViewProps } from "./analysis.ts";
import { ViewPage } from "./view-page.tsx";

/** What the data show: the overview of an analysis. */
export default async function Page(props: ViewProps) {
  const loaded = await loadView(props, "overview");
  return (
    <>
      {loaded.given.finding.empty ? null : <TextFontAhead />}
      <ViewPage {...loaded} Body={OverviewView} />
    </>
  );
}
