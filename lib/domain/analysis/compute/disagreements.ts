import { type AnalysisContext, cellsOf, eachDimension } from "../context.ts";
import type { DisagreementsFinding } from "../findings/disagreements.ts";
import { buildHead } from "../head.ts";
import { describeCell } from "./grid.ts";

/** How many of the largest gaps are listed for each dimension. */
const LISTED = 50;

const WARNING =
  "These are the most extreme cells, chosen for being extreme. People would score the judge’s highest cells lower even if the judge were perfect (regression to the mean), so read them to understand, and take the bias from “Bias by policy”.";

/** The cells where judge and people lie furthest apart, per dimension; ties by number of human ratings, then by item. */
export function findDisagreements(context: AnalysisContext): DisagreementsFinding {
  const byDimension = eachDimension(context, (place) => {
    const cells = cellsOf(context, place, -1, "both");
    const gap = (cell: number) => Math.abs(cells.judge[cell]! - cells.human[cell]!);
    const order = Array.from(cells.unit.keys())
      .filter((cell) => gap(cell) > 0)
      .sort((a, b) => gap(b) - gap(a) || cells.humanCount[b]! - cells.humanCount[a]! || a - b);
    const dimension = context.columns.dimensions[place]!;
    return {
      dimension,
      total: cells.unit.length,
      note: noteOf(dimension.name.toLowerCase(), cells.unit.length, order.length),
      cells: order.slice(0, LISTED).map((cell) => {
        const described = describeCell(context, cells, cell);
        return { ...described, difference: described.judge - described.human };
      }),
    };
  });
  return { ...buildHead(context), view: "disagreements", warning: WARNING, byDimension };
}

function noteOf(dimension: string, total: number, apart: number): string {
  if (total === 0) return `No item is rated by both judge and people on ${dimension}.`;
  return apart === 0 ? `Judge and people give the same score to every item that both rated on ${dimension}.` : "";
}
