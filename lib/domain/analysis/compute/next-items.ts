import type { AnalysisContext } from "../context.ts";
import type { AllocationRow, NextItems } from "../findings/planner.ts";
import { itemStrata } from "./item-strata.ts";
import { findPlanner } from "./planner.ts";

/**
 * The items that the planner asks for next on one dimension, as strata to draw from at random. Items without an episode of
 * ours cannot be shown to anybody and are left out. Empty where the dimension is not shown or nothing is asked for.
 */
export function findNextItems(context: AnalysisContext, dimension: string): NextItems {
  const place = context.dimensions.find((at) => context.columns.dimensions[at]!.key === dimension);
  if (place === undefined) return { name: "", strata: [] };
  const { episodeId } = context.columns.units.items;
  const { allocation } = findPlanner({ ...context, dimensions: [place] }).byDimension[0]!;
  const strata = itemStrata(context, place).flatMap(({ rest }, i) => {
    const ids = rest.flatMap((item) => episodeId[item] ?? []);
    const row = allocation[i]!;
    return ids.length > 0 ? [{ stratum: stratumName(row), ids, count: Math.min(row.next, ids.length) }] : [];
  });
  return { name: context.columns.dimensions[place]!.name, strata };
}

/** The name under which a study keeps a stratum: “BC+SR, judge 7 to 10”. */
function stratumName({ policies, band }: AllocationRow): string {
  const range = band.from === band.to ? `${band.from}` : `${band.from} to ${band.to}`;
  return `${policies.map(({ label }) => label).join(" with ")}, judge ${range}`;
}
