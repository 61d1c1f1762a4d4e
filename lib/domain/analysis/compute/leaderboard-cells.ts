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

/** Compares the items of a row that people rated with those that only the judge rated. O(items + cells). */
export function coverageOfRow({ columns }: AnalysisContext, { both, judgeOnly }: BoardCells): RowCoverage {
  const { item, items, partnerPolicy } = columns.units;
  const isSeen = new Uint8Array(items.key.length);
  const most = both.unit.length + judgeOnly.unit.length;
  const [scenario, partner, isLabelled] = [new Int32Array(most), new Int32Array(most), new Uint8Array(most)];
  let count = 0;
  // An item of which people rated one agent is labelled, so those come first.
  for (const [side, units] of [both.unit, judgeOnly.unit].entries())
    for (const unit of units) {
      const place = item[unit]!;
      if (isSeen[place] === 1) continue;
      isSeen[place] = 1;
      scenario[count] = items.environment[place]!;
      partner[count] = partnerPolicy[unit]!;
      isLabelled[count] = Number(side === 0);
      count += 1;
    }
  const labels = isLabelled.subarray(0, count);
  return {
    scenarios: coverageOf(scenario.subarray(0, count), labels),
    partners: coverageOf(partner.subarray(0, count), labels),
  };
}
