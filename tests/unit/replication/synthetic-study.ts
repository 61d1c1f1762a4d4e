import type { ConditionId } from "#lib/domain/analysis/replication/conditions.ts";
import type { BothAgents, Seat, StudyEpisode, StudyMaterial } from "#lib/domain/analysis/replication/material.ts";

/** Scores of one agent by one rater, in SOTOPIA's order; what is not named is 0. */
export function seven(
  scores: Partial<Record<"bel" | "rel" | "kno" | "sec" | "soc" | "fin" | "goal", number>>,
): number[] {
  const { bel = 0, rel = 0, kno = 0, sec = 0, soc = 0, fin = 0, goal = 0 } = scores;
  return [bel, rel, kno, sec, soc, fin, goal];
}

/** `count` whole numbers with this sum, as equal as they can be. */
export function spread(sum: number, count: number): number[] {
  const low = Math.floor(sum / count);
  const rest = sum - low * count;
  return Array.from({ length: count }, (_, place) => low + (place < rest ? 1 : 0));
}

/** An episode with one row per rater; `rows` hold both agents' scores. */
export function episode(
  id: string,
  condition: ConditionId,
  options: { scenario?: string; studied?: Seat[]; rows: BothAgents[]; judge?: BothAgents | null; raters?: string[] },
): StudyEpisode {
  const { scenario = id, studied = [1], rows, judge = null, raters } = options;
  const annotations = rows.map((scores, line) => ({ rater: raters?.[line] ?? `${id}-${line}`, line, scores }));
  return { id, condition, scenario, studied, annotations, judge };
}

/** A study of these episodes and nothing to remark. */
export function study(episodes: StudyEpisode[]): StudyMaterial {
  return { episodes, judge: "gpt-4", notes: [] };
}
