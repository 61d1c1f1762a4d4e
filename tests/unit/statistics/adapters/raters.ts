import { raterRows } from "#lib/domain/statistics/rater-rows.ts";
import { raterSeverity } from "#lib/domain/statistics/rater-severity.ts";
import { legacyAlpha, legacyKappa } from "#lib/domain/statistics/sotopia-legacy.ts";
import { wilsonInterval } from "#lib/domain/statistics/wilson.ts";
import type { Adapters } from "../vector-files.ts";

type Rows = [rater: string, item: string, value: number][];

/** How the vectors about single raters and the original script are handed to the functions of the statistics room. */
export const raters: Adapters = {
  wilson_interval: ({ k, n, confidence }: { k: number; n: number; confidence: number }) => ({
    ci: wilsonInterval(k, n, confidence),
  }),
  sotopia_legacy_alpha({ units }: { units: number[][] }) {
    const { value, reason, pairwiseAgreement, randomAgreement, itemCount } = legacyAlpha(units);
    return { alpha: value, ppa: pairwiseAgreement, rnd_ppa: randomAgreement, n: itemCount, reason };
  },
  sotopia_legacy_kappa({ units, n_rater }: { units: number[][]; n_rater: number }) {
    const { randolph, fleiss } = legacyKappa(units, n_rater);
    return { randolph: randolph.value, fleiss: fleiss.value };
  },
  rater_severity_fe({ rows }: { rows: Rows }) {
    const numbered = raterRows(rows);
    const { severity, reason } = raterSeverity(numbered);
    return { severity: severity && byRater(numbered.raterIds, severity), reason };
  },
};

function byRater(raterIds: readonly string[], severity: readonly { value: number }[]): Record<string, number> {
  return Object.fromEntries(severity.map(({ value }, rater) => [raterIds[rater], value]));
}
