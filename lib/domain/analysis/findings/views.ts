import type { SourceFacts } from "../describe-columns.ts";
import type { FilterOptions } from "../filter-options.ts";
import type { AgreementFinding } from "./agreement.ts";
import type { AnnotatorsFinding } from "./annotators.ts";
import type { BiasFinding } from "./bias.ts";
import type { BlandAltmanFinding } from "./bland-altman.ts";
import type { CalibrationFinding } from "./calibration.ts";
import type { DisagreementList, DisagreementsFinding, WantedGaps } from "./disagreements.ts";
import type { GridDrillDown, GridFinding, WantedBin } from "./grid.ts";
import type { LeaderboardFinding } from "./leaderboard.ts";
import type { LinesFinding } from "./lines.ts";
import type { OverviewFinding } from "./overview.ts";
import type { NextItems, PlannerFinding } from "./planner.ts";

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

/**
 * Everything that is computed of a question: its views, what its filters can be narrowed to, what its sources hold, the
 * cells behind one bin of the grid, a part of the disagreements, and what the planner asks for next.
 */
export type Answers = Findings & {
  filters: FilterOptions;
  sources: SourceFacts;
  "bin-cells": GridDrillDown | null;
  gaps: DisagreementList | null;
  "next-items": NextItems;
};
export type AnswerName = keyof Answers;

/** What is asked: an answer by its name, with what it needs to know beside the question. */
export type AnswerTask =
  | { name: Exclude<AnswerName, "bin-cells" | "gaps" | "next-items"> }
  | { name: "bin-cells"; bin: WantedBin }
  | { name: "gaps"; gaps: WantedGaps }
  | { name: "next-items"; dimension: string };
