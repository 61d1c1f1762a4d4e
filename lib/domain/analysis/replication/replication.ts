import type { Interval } from "#lib/domain/statistics/measured.ts";
import type { ConditionId } from "./conditions.ts";

/**
 * How a recomputed figure compares with the published one: the same to the last printed digit, another one, not
 * computable from these files, or nothing was published.
 */
export type Comparison = "same" | "different" | "missing" | "unpublished";

/** One number of a table. `value` is null where there is none, with the reason in words. */
export type ReplicationCell = {
  value: number | null;
  digits: number;
  interval: Interval | null;
  reason: string;
  /** A corrected p-value, which is written “< 0.001” where it is smaller. */
  isP?: true;
  /** Null on published and corrected cells. */
  comparison: Comparison | null;
};

/** One row of cells, one per column. Published figures, the same recomputed in the authors' way, or a corrected version. */
export type ReplicationLine = {
  kind: "published" | "recomputed" | "corrected";
  label: string;
  cells: readonly ReplicationCell[];
};

/** Lines that belong together: a condition, a comparison, a measure. */
export type ReplicationGroup = { key: string; label: string; lines: readonly ReplicationLine[] };

/** One table or figure of the paper. */
export type ReplicationTable = {
  id: string;
  /** As the paper calls it (“Table 6”). */
  name: string;
  title: string;
  columns: readonly { key: string; label: string; name: string }[];
  groups: readonly ReplicationGroup[];
  /** How the authors computed it, and what the corrected lines do otherwise and why; one sentence each. */
  authorsWay: readonly string[];
  corrected: readonly string[];
  /** Every recomputed figure that is not the published one, as a sentence. */
  differences: readonly string[];
  /** Figures that these files cannot give, with the reason. */
  missing: readonly string[];
};

/** How much of a condition is among the files. */
export type ConditionCoverage = {
  id: ConditionId;
  label: string;
  meaning: string;
  episodes: number;
  /** How many the study had. */
  expected: number;
  /** Rows of ratings; two per episode in the study. */
  rows: number;
  /** Episodes of these that the judge rated too. */
  judged: number;
  /** Mean goal of the agents under study by people, over single ratings; null without any. */
  meanGoal: number | null;
  goalRatings: number;
};

/** How many recomputed figures compare in which way. */
export type ComparisonCounts = { same: number; different: number; missing: number };

/** Everything that the page shows and the command prints. */
export type Replication = {
  coverage: readonly ConditionCoverage[];
  /** True where all episodes of the study are there. */
  isWhole: boolean;
  judge: string;
  notes: readonly string[];
  counts: ComparisonCounts;
  tables: readonly ReplicationTable[];
  /** Seed and number of the resamples behind bootstrap intervals. */
  seed: number;
  resamples: number;
};
