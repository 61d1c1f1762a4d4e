import type { DimensionCells } from "../cells.ts";
import { type AnalysisContext, cellsOf, eachDimension, partOf } from "../context.ts";
import type { Disagreement, DisagreementList, DisagreementsFinding, WantedGaps } from "../findings/disagreements.ts";
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
    const order = byGap(context, place);
    const dimension = context.columns.dimensions[place]!;
    return {
      dimension,
      total: cells.unit.length,
      apart: order.length,
      note: noteOf(dimension.name.toLowerCase(), cells.unit.length, order.length),
      cells: order.slice(0, LISTED).map((cell) => describeGap(context, cells, cell)),
    };
  });
  return { ...buildHead(context), view: "disagreements", warning: WARNING, byDimension };
}

/**
 * A part of the list of disagreements in its order, under filters of its own; null for a dimension or policy that the
 * question does not have.
 */
export function listDisagreementsOf(context: AnalysisContext, wanted: WantedGaps): DisagreementList | null {
  const place = context.columns.dimensions.findIndex(({ key }) => key === wanted.dimension);
  const policy = context.selection.groups.policies.find(({ label }) => label === wanted.policy);
  if (!context.dimensions.includes(place) || (wanted.policy !== null && !policy)) return null;
  const cells = cellsOf(context, place, -1, "both");
  const isWanted = (cell: number) =>
    (!policy || cells.group[cell] === policy.position) &&
    (wanted.direction === "both" || (wanted.direction === "above") === cells.judge[cell]! > cells.human[cell]!);
  const found = byGap(context, place).filter(isWanted);
  const page = found.slice(wanted.offset, wanted.offset + wanted.limit);
  return { total: found.length, cells: page.map((cell) => describeGap(context, cells, cell)) };
}

/** The cells of a dimension that judge and people score differently, the largest gap first. */
function byGap(context: AnalysisContext, place: number): number[] {
  return partOf(context, `gaps ${place}`, () => {
    const cells = cellsOf(context, place, -1, "both");
    const gap = (cell: number) => Math.abs(cells.judge[cell]! - cells.human[cell]!);
    return Array.from(cells.unit.keys())
      .filter((cell) => gap(cell) > 0)
      .sort((a, b) => gap(b) - gap(a) || cells.humanCount[b]! - cells.humanCount[a]! || a - b);
  });
}

function describeGap(context: AnalysisContext, cells: DimensionCells, cell: number): Disagreement {
  const described = describeCell(context, cells, cell);
  return { ...described, difference: described.judge - described.human };
}

function noteOf(dimension: string, total: number, apart: number): string {
  if (total === 0) return `No item is rated by both judge and people on ${dimension}.`;
  return apart === 0 ? `Judge and people give the same score to every item that both rated on ${dimension}.` : "";
}
