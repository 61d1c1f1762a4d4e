import { CalibrationView } from "#components/analysis/calibration/calibration-view.tsx";
import { loadView, type ViewProps } from "../analysis.ts";
import { ViewPage } from "../view-page.tsx";

/** View "calibration" of an analysis. */
export default async function Page(props: ViewProps) {
  return <ViewPage {...(await loadView(props, "calibration"))} Body={CalibrationView} />;
}
