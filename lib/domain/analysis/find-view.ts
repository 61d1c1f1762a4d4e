import { findAgreement } from "./compute/agreement.ts";
import { findAnnotators } from "./compute/annotators.ts";
import { findBias } from "./compute/bias.ts";
import { findBlandAltman } from "./compute/bland-altman.ts";
import { findCalibration } from "./compute/calibration.ts";
import { findDisagreements, listDisagreementsOf } from "./compute/disagreements.ts";
import { findBinCells, findGrid } from "./compute/grid.ts";
import { findLeaderboard } from "./compute/leaderboard.ts";
import { findLines } from "./compute/lines.ts";
import { findNextItems } from "./compute/next-items.ts";
import { findOverview } from "./compute/overview.ts";
import { findPlanner } from "./compute/planner.ts";
import { type AnalysisContext, asUnselected } from "./context.ts";
import { describeColumns } from "./describe-columns.ts";
import { findFilterOptions } from "./filter-options.ts";
import type { AnswerName, Answers, AnswerTask, Findings, ViewName } from "./findings/views.ts";

const VIEWS: { [Name in ViewName]: (context: AnalysisContext) => Findings[Name] } = {
  overview: findOverview,
  bias: findBias,
  leaderboard: findLeaderboard,
  grid: findGrid,
  calibration: findCalibration,
  "bland-altman": findBlandAltman,
  agreement: findAgreement,
  annotators: findAnnotators,
  planner: findPlanner,
  lines: findLines,
  disagreements: findDisagreements,
};

/** Views of means and biases: items that were chosen for what they are say nothing about the rest. */
const UNSELECTED_VIEWS: readonly ViewName[] = ["overview", "bias", "leaderboard", "lines", "planner"];

/** What one view finds. Plain JSON; the same context gives the same finding on every machine. */
export function findView<Name extends ViewName>(context: AnalysisContext, view: Name): Findings[Name] {
  return VIEWS[view](UNSELECTED_VIEWS.includes(view) ? asUnselected(context) : context);
}

/** A view, or something else that is computed of the question. */
export function findAnswer(context: AnalysisContext, task: AnswerTask): Answers[AnswerName] {
  switch (task.name) {
    case "filters":
      return findFilterOptions(context.columns, context.question);
    case "sources":
      return describeColumns(context.columns);
    case "gaps":
      return listDisagreementsOf(context, task.gaps);
    case "bin-cells":
      return findBinCells(context, task.bin);
    case "next-items":
      return findNextItems(context, task.dimension);
    default:
      return findView(context, task.name);
  }
}

/** Views that take thousands of resamples (or fits) and therefore may come in two steps. */
export const RESAMPLED_VIEWS: readonly ViewName[] = [
  "overview",
  "bias",
  "leaderboard",
  "grid",
  "calibration",
  "agreement",
  "annotators",
];
