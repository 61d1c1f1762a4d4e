import { mean } from "#lib/domain/statistics/moments.ts";
import type { ConditionId } from "./conditions.ts";
import type { Seat, StudyAnnotation, StudyEpisode } from "./material.ts";
import { DIMENSION_COLUMNS, withOverall } from "./score-columns.ts";

/** Which agents of a condition's episodes: those under study, their partners, or both. */
export type AgentRole = "studied" | "partner" | "both";

/** Every row counts, as the authors count; or each person once per episode, with the first row. */
export type Counting = "every-row" | "each-person-once";

/** One agent of one episode: the mean of people's scores, and the judge's, in the eight columns. */
export type AgentMean = {
  episode: string;
  scenario: string;
  human: readonly number[];
  judge: readonly number[] | null;
};

/** The agents of one condition in the order of the episodes. */
export function agentMeans(
  episodes: readonly StudyEpisode[],
  condition: ConditionId,
  role: AgentRole,
  counting: Counting,
): AgentMean[] {
  return episodes
    .filter((episode) => episode.condition === condition)
    .flatMap((episode) => seatsOf(episode, role).map((seat) => agentMean(episode, seat, counting)));
}

/** The seats of an episode that hold the agents under study, their partners, or both. */
export function seatsOf({ studied }: StudyEpisode, role: AgentRole): Seat[] {
  return ([1, 2] as const).filter((seat) => role === "both" || studied.includes(seat) === (role === "studied"));
}

function agentMean(episode: StudyEpisode, seat: Seat, counting: Counting): AgentMean {
  const rows = countedRows(episode, counting).map(({ scores }) => scores[seat - 1] as readonly number[]);
  const human = DIMENSION_COLUMNS.map((_, place) => mean(rows.map((scores) => scores[place] as number)));
  const judge = episode.judge?.[seat - 1];
  return {
    episode: episode.id,
    scenario: episode.scenario,
    human: withOverall(human),
    judge: judge ? withOverall(judge) : null,
  };
}

/** The annotations of an episode that count: all, or each person’s first. */
export function countedRows({ annotations }: StudyEpisode, counting: Counting): readonly StudyAnnotation[] {
  if (counting === "every-row") return annotations;
  return annotations.filter(
    ({ rater }, index) => annotations.findIndex((annotation) => annotation.rater === rater) === index,
  );
}

/** People’s means on the dimension at a place of the score columns, one an agent. */
export function columnOf(agents: readonly AgentMean[], place: number): number[] {
  return agents.map(({ human }) => human[place] as number);
}

/** The judge’s scores in the same column, of the agents that it rated. */
export function judgeColumnOf(agents: readonly AgentMean[], place: number): number[] {
  return agents.flatMap(({ judge }) => (judge ? [judge[place] as number] : []));
}
