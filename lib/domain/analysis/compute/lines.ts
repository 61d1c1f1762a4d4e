import { clusterMean } from "#lib/domain/statistics/cluster-mean.ts";
import { signedError } from "#lib/domain/statistics/signed-error.ts";
import { type AnalysisContext, cellsOf, clustersOfCells, eachDimension } from "../context.ts";
import type { DimensionLines, LinesFinding } from "../findings/lines.ts";
import { buildHead } from "../head.ts";

/** The published line chart: means of judge and people over the cells that both rated, per policy, and the gap. */
export function findLines(context: AnalysisContext): LinesFinding {
  const { confidence } = context.question;
  const byDimension = eachDimension(context, (place): DimensionLines => {
    const points = context.selection.groups.policies.map((policy) => {
      const cells = cellsOf(context, place, policy.position, "both");
      const clusters = clustersOfCells(cells, context.clusters.within);
      return {
        policy,
        judge: clusterMean(cells.judge, clusters, confidence),
        human: clusterMean(cells.human, clusters, confidence),
        gap: signedError(cells.judge, cells.human, clusters, confidence),
      };
    });
    return { dimension: context.columns.dimensions[place]!, points };
  });
  return { ...buildHead(context), view: "lines", byDimension };
}
