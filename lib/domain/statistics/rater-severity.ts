import { studentTQuantile } from "./distributions.ts";
import type { MeasureCard } from "./measure-card.ts";
import type { Interval, UndefinedReason } from "./measured.ts";
import { choleskyFactor, inverseTriangle, type SquareMatrix, solveByTriangle } from "./positive-definite.ts";
import { raterGroups } from "./rater-groups.ts";
import { type RaterRows, rowsByItem } from "./rater-rows.ts";

/** How many points above the others one rater rates the same items. Without residual freedom there is no interval. */
export type Severity = { value: number; se: number | null; interval: Interval | null };

/** Severities by rater number, or the reason why there are none; `groups` are the linked groups of raters. */
export type RaterSeverity = {
  severity: readonly Severity[] | null;
  reason: UndefinedReason | null;
  groups: number[][];
  /** Standard deviation of what item and rater do not explain. */
  residualSd: number | null;
};

/**
 * Severity as a fixed effect: value = item + severity by least squares, severities adding up to 0; above 0 means lenient
 * (higher ratings). Raters must be linked by common items; `disconnected_design` names the groups otherwise. Intervals are
 * those of least squares, with t. Items are eliminated first, so the cost is O(ratings × raters per item + raters³).
 * Statistics.md 10.1.
 */
export function raterSeverity(rows: RaterRows, confidence = 0.95): RaterSeverity {
  const groups = raterGroups(rows);
  const none = (reason: UndefinedReason) => ({ severity: null, reason, groups, residualSd: null });
  if (rows.values.length === 0) return none("no_data");
  if (rows.raterCount === 1) return none("single_rater");
  if (groups.length > 1 || groups[0]?.length !== rows.raterCount) return none("disconnected_design");
  const { matrix, right } = reducedEquations(rows);
  const { solution, diagonal } = solveByTriangle(inverseTriangle(choleskyFactor(matrix)), right);
  const severity = Array.from(solution);
  const freedom = rows.values.length - rows.itemCount - rows.raterCount + 1;
  const residualSd = freedom > 0 ? Math.sqrt(residualSquares(rows, severity) / freedom) : null;
  const reach = freedom > 0 ? studentTQuantile((1 + confidence) / 2, freedom) : 0;
  const withError = severity.map((value, rater): Severity => {
    if (residualSd === null) return { value, se: null, interval: null };
    const se = residualSd * Math.sqrt(Math.max(0, diagonal[rater]! - 1 / rows.raterCount ** 2));
    return { value, se, interval: [value - reach * se, value + reach * se] };
  });
  return { severity: withError, reason: null, groups, residualSd };
}

/**
 * Normal equations of the severities after the items are eliminated. They are singular along "all raters one point up";
 * adding 1 everywhere makes them regular and picks the solution that adds up to 0.
 */
function reducedEquations(rows: RaterRows): { matrix: SquareMatrix; right: Float64Array } {
  const size = rows.raterCount;
  const values = new Float64Array(size * size).fill(1);
  const right = new Float64Array(size);
  forEachItem(rows, (ofItem, mean) => {
    for (const row of ofItem) {
      const rater = rows.raters[row]!;
      right[rater] = right[rater]! + rows.values[row]! - mean;
      values[rater * size + rater]! += 1;
      for (const other of ofItem) values[rater * size + rows.raters[other]!]! -= 1 / ofItem.length;
    }
  });
  return { matrix: { size, values }, right };
}

function residualSquares(rows: RaterRows, severity: readonly number[]): number {
  const adjusted = rows.values.map((value, row) => value - (severity[rows.raters[row] as number] as number));
  let squares = 0;
  forEachItem({ ...rows, values: adjusted }, (ofItem, mean) => {
    for (const row of ofItem) squares += ((adjusted[row] as number) - mean) ** 2;
  });
  return squares;
}

function forEachItem(rows: RaterRows, visit: (rowsOfItem: Int32Array, mean: number) => void): void {
  const { starts, rows: grouped } = rowsByItem(rows);
  for (let item = 0; item < rows.itemCount; item += 1) {
    const ofItem = grouped.subarray(starts[item], starts[item + 1]);
    let sum = 0;
    for (const row of ofItem) sum += rows.values[row]!;
    if (ofItem.length > 0) visit(ofItem, sum / ofItem.length);
  }
}

/** The card of severity as a fixed effect. */
export const raterSeverityCard: MeasureCard<readonly (readonly [string, string, number])[]> = {
  id: "rater_severity_fe",
  name: "Leniency",
  meaning:
    "How many points higher (above 0) or lower a rater rates than the others would on the same items. Shown, never used to change a rating.",
  range: "0: like the average of all raters; in points of the scale.",
  undefinedWhen: "There is one rater only, or raters fall into groups without a common item.",
  source: "Two-way analysis of variance, least squares, severities adding up to 0",
  example: {
    words: "Anna rates 5 and 7 where Ben rates 3 and 6; Anna’s leniency.",
    input: [
      ["Anna", "first", 5],
      ["Ben", "first", 3],
      ["Anna", "second", 7],
      ["Ben", "second", 6],
    ],
    value: 0.75,
  },
};
