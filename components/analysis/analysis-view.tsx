"use client";
import type { Findings, ViewName } from "#lib/domain/analysis/findings/views.ts";
import { AgreementView } from "./agreement/agreement-view.tsx";
import { AnnotatorsView } from "./annotators/annotators-view.tsx";
import { BiasView } from "./bias/bias-view.tsx";
import { BlandAltmanView } from "./bland-altman/bland-altman-view.tsx";
import { CalibrationView } from "./calibration/calibration-view.tsx";
import { DisagreementsView } from "./disagreements/disagreements-view.tsx";
import { GridView } from "./grid/grid-view.tsx";
import { LeaderboardView } from "./leaderboard/leaderboard-view.tsx";
import { LinesView } from "./lines/lines-view.tsx";
import { OverviewView } from "./overview/overview-view.tsx";
import { PlannerView } from "./planner/planner-view.tsx";

/** Any view, by what it has found: for places that show or draw all of them. */
export function AnalysisView({ analysisId, finding }: { analysisId: string; finding: Findings[ViewName] }) {
  switch (finding.view) {
    case "overview":
      return <OverviewView analysisId={analysisId} finding={finding} />;
    case "bias":
      return <BiasView finding={finding} />;
    case "leaderboard":
      return <LeaderboardView finding={finding} />;
    case "grid":
      return <GridView analysisId={analysisId} finding={finding} />;
    case "calibration":
      return <CalibrationView finding={finding} />;
    case "bland-altman":
      return <BlandAltmanView finding={finding} />;
    case "agreement":
      return <AgreementView finding={finding} />;
    case "annotators":
      return <AnnotatorsView finding={finding} />;
    case "planner":
      return <PlannerView finding={finding} />;
    case "lines":
      return <LinesView finding={finding} />;
    case "disagreements":
      return <DisagreementsView analysisId={analysisId} finding={finding} />;
  }
}
