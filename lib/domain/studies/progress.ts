/** How far a study is, with every count taken from rows: previews are never counted. */
export type StudyProgress = {
  items: { total: number; complete: number; begun: number; untouched: number };
  /** `wanted` = items × annotations per item; `extra` were submitted beyond that (late finishes); `excluded` are kept apart. */
  annotations: { wanted: number; submitted: number; extra: number; excluded: number; drafts: number };
  /** Visits by outcome; `open` have not ended. */
  arrivals: { total: number; open: number; byOutcome: { outcome: string; count: number }[] };
  /** How many items are in hand; `leases` lists the first of them, the one that ends first on top. */
  atWork: number;
  leases: RunningLease[];
  timing: Timing;
  timeouts: number;
  skips: { reason: string; count: number; notes: string[] }[];
  pay: ObservedPay;
};

/** One item that somebody holds right now. `secondsLeft` is negative once the lease has run out. */
export type RunningLease = {
  assignmentId: string;
  pseudonym: string;
  itemPosition: number;
  secondsLeft: number;
  extensions: number;
  savedAt: Date | null;
};

/** Active time per submitted item in ms (page visible and input within 30 s); null where nothing was submitted. */
export type Timing = { n: number; medianMs: number | null; p90Ms: number | null };

/** What completed visits earn: median minutes from entry to end over `n` annotators, and the hourly pay in minor units. */
export type ObservedPay = { n: number; medianMinutes: number | null; hourlyMinor: number | null };

/** How often each score was given: one entry per dimension, agent and score, excluded annotations left out. */
export type ScoreCount = { dimension: string; agent: 1 | 2; score: number; count: number };

/** The scores of one dimension, for both agents, on every integer of its scale. */
export type DimensionDistribution = {
  dimension: string;
  min: number;
  max: number;
  agents: { agent: 1 | 2; n: number; mean: number | null; counts: { score: number; count: number }[] }[];
};

/** Lays counts out on each scale, zeros included; n and the mean (unrounded) per agent. */
export function buildDistributions(
  scales: readonly { id: string; min: number; max: number }[],
  counts: readonly ScoreCount[],
): DimensionDistribution[] {
  return scales.map(({ id, min, max }) => ({
    dimension: id,
    min,
    max,
    agents: ([1, 2] as const).map((agent) => agentDistribution({ id, min, max }, agent, counts)),
  }));
}

function agentDistribution(
  scale: { id: string; min: number; max: number },
  agent: 1 | 2,
  counts: readonly ScoreCount[],
): DimensionDistribution["agents"][number] {
  const own = new Map(
    counts.filter((c) => c.dimension === scale.id && c.agent === agent).map((c) => [c.score, c.count]),
  );
  const points = Array.from({ length: scale.max - scale.min + 1 }, (_, index) => {
    const score = scale.min + index;
    return { score, count: own.get(score) ?? 0 };
  });
  const n = points.reduce((sum, point) => sum + point.count, 0);
  const total = points.reduce((sum, point) => sum + point.score * point.count, 0);
  return { agent, n, mean: n === 0 ? null : total / n, counts: points };
}
