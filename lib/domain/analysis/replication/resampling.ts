import { DEFAULT_CONFIDENCE } from "#lib/domain/statistics/estimate.ts";

/** How the bootstrap intervals of the corrected version are drawn; the same numbers on every machine. */
export const RESAMPLING = { seed: 1, resamples: 2_000, confidence: DEFAULT_CONFIDENCE } as const;
