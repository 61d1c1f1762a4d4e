import { type Measured, measured, notDefined } from "#lib/domain/statistics/measured.ts";
import { raterSeverity } from "#lib/domain/statistics/rater-severity.ts";
import {
  FEWEST_RATERS_FOR_MODEL,
  raterSeverityModel,
  raterShare,
  type SeverityModel,
} from "#lib/domain/statistics/rater-severity-model.ts";
import type { AnalysisContext } from "../context.ts";
import type { AnnotatorQualityRow } from "../findings/annotators.ts";
import type { RaterTable } from "../rater-table.ts";

/** Beyond this many raters fitting the mixed model takes too long; the fixed effects stand in. */
const MOST_RATERS_FOR_MODEL = 300;

/** Severity by rater number, and the share of the variance that lies between raters where a model was fitted. */
export type Severities = {
  of(rater: number): Pick<AnnotatorQualityRow, "severity" | "severityInterval" | "severityKind">;
  raterShare: number | null;
};

/**
 * Severity as a random effect with a mean for each policy (raters may have met different ones), or as a fixed effect where
 * there are few raters, very many, or no time for resampling.
 */
export function findSeverities(context: AnalysisContext, table: RaterTable): Severities {
  const fitted = context.resample ? fitSeverities(context, table) : null;
  if (fitted) {
    const { severity, variance } = fitted;
    return {
      raterShare: raterShare(variance),
      of: (rater) => ({
        severity: measured(severity[rater]!.value),
        severityInterval: severity[rater]!.interval,
        severityKind: "mixed",
      }),
    };
  }
  const { severity, reason } = raterSeverity(table, context.question.confidence);
  const none: Measured = notDefined(reason ?? "no_data");
  return {
    raterShare: null,
    of: (rater) => ({
      severity: severity ? measured(severity[rater]!.value) : none,
      severityInterval: severity?.[rater]?.interval ?? null,
      severityKind: "fixed",
    }),
  };
}

/** The mixed model of leniency with a mean for each policy; null for few raters, for very many, or where it has no solution. */
export function fitSeverities(context: AnalysisContext, table: RaterTable): SeverityModel | null {
  if (table.raterCount < FEWEST_RATERS_FOR_MODEL || table.raterCount > MOST_RATERS_FOR_MODEL) return null;
  const groupOf = context.selection.groups.of;
  const used = [...new Set(table.units.map((unit) => groupOf[unit]!))].sort((a, b) => a - b);
  const numbers = new Map(used.map((group, number) => [group, number]));
  const of = table.items.map((item) => numbers.get(groupOf[table.units[item]!]!)!);
  const groups = { of, count: used.length };
  return raterSeverityModel(table, { confidence: context.question.confidence, groups }).model;
}
