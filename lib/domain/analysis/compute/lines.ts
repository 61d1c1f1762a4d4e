import { clusterMean } from "#lib/domain/statistics/cluster-mean.ts";
import { signedError } from "#lib/domain/statistics/signed-error.ts";
import { type AnalysisContext, cellsOf, clustersOfCells, eachDimension } from "../context.ts";
import type { DimensionLines, LinesFinding } from "../findings/lines.ts";
import { buildHead } from "../head.ts";
import { withLeftOut } from "./with-left-out.ts";

/** The published line chart: means of judge and people over the cells that both rated, per policy, and the gap. */
export function findLines(context: AnalysisContext): LinesFinding {
  const whole = withLeftOut(context);
  const byDimension = eachDimension(context, (place): DimensionLines => {
    const points = context.selection.groups.policies.map((policy) => ({
      policy,
      ...meansOf(context, place, policy.position),
      withExcluded: whole && meansOf(whole, place, policy.position),
    }));
    return { dimension: context.columns.dimensions[place]!, points };
  });
  return { ...buildHead(context), view: "lines", byDimension };
}

function meansOf(context: AnalysisContext, place: number, policy: number) {
  const { confidence } = context.question;
  const cells = cellsOf(context, place, policy, "both");
  const clusters = clustersOfCells(cells, context.clusters.within);
  return {
    judge: clusterMean(cells.judge, clusters, confidence),
    human: clusterMean(cells.human, clusters, confidence),
    gap: signedError(cells.judge, cells.human, clusters, confidence),
  };
}
