import type { Findings, ViewName } from "../findings/views.ts";
import type { FindingTable } from "./finding-table.ts";
import { agreementTable, blandAltmanTable, calibrationTable, gridTable } from "./judge.ts";
import { disagreementsTable, overviewTable } from "./overview.ts";
import { annotatorTables, plannerTables } from "./people.ts";
import { biasTables, leaderboardTable, linesTable } from "./policies.ts";

const TABLES: { [Name in ViewName]: (finding: Findings[Name]) => FindingTable[] } = {
  overview: (finding) => [overviewTable(finding)],
  bias: biasTables,
  leaderboard: (finding) => [leaderboardTable(finding)],
  grid: (finding) => [gridTable(finding)],
  calibration: (finding) => [calibrationTable(finding)],
  "bland-altman": (finding) => [blandAltmanTable(finding)],
  agreement: (finding) => [agreementTable(finding)],
  annotators: annotatorTables,
  planner: plannerTables,
  lines: (finding) => [linesTable(finding)],
  disagreements: (finding) => [disagreementsTable(finding)],
};

/** The tables of one view, each under the name of its file. */
export function viewTables<Name extends ViewName>(view: Name, finding: Findings[Name]): FindingTable[] {
  return TABLES[view](finding);
}
