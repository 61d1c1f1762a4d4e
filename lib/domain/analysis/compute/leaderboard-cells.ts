import type { PolicyCells } from "#lib/domain/statistics/cell-totals.ts";
import { type DimensionCells, keepCells } from "../cells.ts";
import { type AnalysisContext, cellsOf, clustersOfCells } from "../context.ts";
import { type Coverage, coverageOf } from "../coverage.ts";
import type { PolicyFacts } from "../findings/common.ts";
import type { SampleFrame } from "../frames.ts";

/** One policy's cells on one dimension: rated by people, by both, and by the judge alone among those that scores stand for. */
export type BoardCells = {
  policy: PolicyFacts;
  human: DimensionCells;
  both: DimensionCells;
  judgeOnly: DimensionCells;
  cells: PolicyCells;
};

/** The cells of a policy; with a frame, cells that the judge alone rated count only inside it. */
export function boardCells(
  context: AnalysisContext,
  { place, policy, frame }: { place: number; policy: PolicyFacts; frame: SampleFrame | null },
): BoardCells {
  const { item } = context.columns.units;
  const both = cellsOf(context, place, policy.position, "both");
  const others = cellsOf(context, place, policy.position, "judge-only");
  const judgeOnly = frame ? keepCells(others, (cell) => frame.isIn[item[others.unit[cell]!]!] === 1) : others;
  const clusters = context.clusters.between;
  const cells = {
    labelled: { human: both.human, judge: both.judge, clusters: clustersOfCells(both, clusters) },
    unlabelled: { judge: judgeOnly.judge, clusters: clustersOfCells(judgeOnly, clusters) },
  };
  return { policy, human: cellsOf(context, place, policy.position, "human"), both, judgeOnly, cells };
}

/** How far the items that people rated reach over the scenarios and the partners of all items of a row. */
export type RowCoverage = { scenarios: Coverage; partners: Coverage };

/** Compares the items of a row that people rated with those that only the judge rated. */
export function coverageOfRow({ columns }: AnalysisContext, { both, judgeOnly }: BoardCells): RowCoverage {
  const { item, items, partnerPolicy } = columns.units;
  const unitOfItem = new Map<number, number>();
  const labelled = new Set<number>();
  for (const unit of both.unit) labelled.add(item[unit]!);
  for (const unit of [...both.unit, ...judgeOnly.unit])
    if (!unitOfItem.has(item[unit]!)) unitOfItem.set(item[unit]!, unit);
  const places = [...unitOfItem.keys()];
  const isLabelled = places.map((place) => labelled.has(place));
  const scenario = places.map((place) => items.environment[place]!);
  const partner = [...unitOfItem.values()].map((unit) => partnerPolicy[unit]!);
  return { scenarios: coverageOf(scenario, isLabelled), partners: coverageOf(partner, isLabelled) };
}
