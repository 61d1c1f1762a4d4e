import type { FilterOptions } from "../filter-options.ts";
import type { AgreementFinding } from "./agreement.ts";
import type { AnnotatorsFinding } from "./annotators.ts";
import type { BiasFinding } from "./bias.ts";
import type { BlandAltmanFinding } from "./bland-altman.ts";
import type { CalibrationFinding } from "./calibration.ts";
import type { DisagreementsFinding } from "./disagreements.ts";
import type { GridFinding } from "./grid.ts";
import type { LeaderboardFinding } from "./leaderboard.ts";
import type { LinesFinding } from "./lines.ts";
import type { OverviewFinding } from "./overview.ts";
import type { PlannerFinding } from "./planner.ts";

/** What each view finds, by its name. */
export type Findings = {
  overview: OverviewFinding;
  bias: BiasFinding;
  leaderboard: LeaderboardFinding;
  grid: GridFinding;
  calibration: CalibrationFinding;
  "bland-altman": BlandAltmanFinding;
  agreement: AgreementFinding;
  annotators: AnnotatorsFinding;
  planner: PlannerFinding;
  lines: LinesFinding;
  disagreements: DisagreementsFinding;
};

/** The views in the order in which they stand: the answer, what explains it, whether the data can be trusted. */
export const VIEW_NAMES = [
  "overview",
  "bias",
  "leaderboard",
  "grid",
  "calibration",
  "bland-altman",
  "agreement",
  "annotators",
  "planner",
  "lines",
  "disagreements",
] as const satisfies readonly (keyof Findings)[];

/** The name of one view. */
export type ViewName = (typeof VIEW_NAMES)[number];

/** The view of this name; undefined where there is none. */
export function viewNameOf(name: string): ViewName | undefined {
  return VIEW_NAMES.find((view) => view === name);
}

/** Everything that is computed of a question: its views, and what its filters can be narrowed to. */
export type Answers = Findings & { filters: FilterOptions };
export type AnswerName = ViewName | "filters";
