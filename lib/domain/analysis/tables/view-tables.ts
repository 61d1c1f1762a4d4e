import type { Findings, ViewName } from "../findings/views.ts";
import { agreementTable, agreementWithExcludedTable, paperTable, pooledTable } from "./agreement.ts";
import { altTestTable, annotatorTable, raterPairTable } from "./annotators.ts";
import { biasTable, differenceTable } from "./bias.ts";
import { blandAltmanTable } from "./bland-altman.ts";
import { calibrationErrors, calibrationTable } from "./calibration.ts";
import { disagreementsTable } from "./disagreements.ts";
import type { FindingTable } from "./finding-table.ts";
import { gridTable, orderTable } from "./grid.ts";
import { leaderboardTable } from "./leaderboard.ts";
import { linesTable } from "./lines.ts";
import { overviewTable, sentenceTable } from "./overview.ts";
import { allocationTable, completionTable, curveTable, offerTable, plannerTable, powerTable } from "./planner.ts";

const TABLES: { [Name in ViewName]: (finding: Findings[Name]) => (FindingTable | null)[] } = {
  overview: (finding) => [sentenceTable(finding), overviewTable(finding)],
  bias: (finding) => [biasTable(finding), differenceTable(finding)],
  leaderboard: (finding) => [leaderboardTable(finding)],
  grid: (finding) => [gridTable(finding), orderTable(finding)],
  calibration: (finding) => [calibrationTable(finding), calibrationErrors(finding)],
  "bland-altman": (finding) => [blandAltmanTable(finding)],
  agreement: (finding) => [
    agreementTable(finding),
    agreementWithExcludedTable(finding),
    pooledTable(finding),
    paperTable(finding),
  ],
  annotators: (finding) => [
    annotatorTable(finding),
    raterPairTable(finding),
    altTestTable(finding.altTest, finding.confidence),
  ],
  planner: (finding) => [
    plannerTable(finding),
    curveTable(finding),
    powerTable(finding),
    allocationTable(finding),
    completionTable(finding),
    offerTable(finding, "judge"),
    offerTable(finding, "length"),
  ],
  lines: (finding) => [linesTable(finding)],
  disagreements: (finding) => [disagreementsTable(finding)],
};

/** The tables of one view, over all its dimensions, each under the name of its file: what the screen shows and more. */
export function viewTables<Name extends ViewName>(view: Name, finding: Findings[Name]): FindingTable[] {
  return TABLES[view](finding).filter((table) => table !== null);
}
