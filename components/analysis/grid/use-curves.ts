"use client";
import type { CalibrationFinding, DimensionCalibration } from "#lib/domain/analysis/findings/calibration.ts";
import { useAnswer } from "../cells/use-answer.ts";
import { useShownSearch } from "../live/live-view.tsx";

/**
 * The calibration curves of one dimension under the filters of the page's address. They are asked for once they are wanted:
 * most people look at a grid without them.
 */
export function useCurves(
  analysisId: string,
  dimension: string,
  isWanted: boolean,
): { value: DimensionCalibration | null; problem: string | null } {
  const query = useShownSearch().toString();
  const href = isWanted ? `/api/v1/analyses/${analysisId}/views/calibration?${query}` : null;
  const { value, problem } = useAnswer<{ finding: CalibrationFinding }>(href);
  return { value: value?.finding.byDimension.find((one) => one.dimension.key === dimension) ?? null, problem };
}
