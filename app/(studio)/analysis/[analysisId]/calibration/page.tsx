import { CalibrationView } from "#components/analysis/calibration/calibration-view.tsx";
import { loadView, type ViewProps } from "../analysis.ts";
import { ViewPage } from "../view-page.tsx";

/** View "calibration" of an analysis. */
export default async function Page(props: ViewProps) {
  const { finding, ...rest } = await loadView(props, "calibration");
  return (
    <ViewPage {...rest}>
      <CalibrationView finding={finding} />
    </ViewPage>
  );
}
