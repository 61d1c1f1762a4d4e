import { clusterMean } from "#lib/domain/statistics/cluster-mean.ts";
import { numberClusters } from "#lib/domain/statistics/clusters.ts";
import { type Measured, measured, notDefined } from "#lib/domain/statistics/measured.ts";
import { mean, sampleVariance } from "#lib/domain/statistics/moments.ts";
import { type AgentMean, type AgentRole, agentMeans, columnOf, judgeColumnOf } from "./agent-means.ts";
import {
  absentCell,
  authorsLines,
  correctedCell,
  correctedLine,
  missingCell,
  NO_EPISODES,
  NO_JUDGE,
  publishedCell,
  recomputedCell,
} from "./cells.ts";
import { CONDITIONS, type ConditionId, conditionOf } from "./conditions.ts";
import { finishTable } from "./finish-table.ts";
import type { StudyEpisode, StudyMaterial } from "./material.ts";
import {
  type EightFigures,
  PUBLISHED_GOAL_DEVIATIONS,
  PUBLISHED_HUMAN_MEANS,
  PUBLISHED_JUDGE_MEANS,
  PUBLISHED_PARTNER_MEANS,
} from "./published-means.ts";
import type { ReplicationCell, ReplicationGroup, ReplicationTable } from "./replication.ts";
import { GOAL, SCORE_COLUMNS } from "./score-columns.ts";

/** Decimals of the paper's means and of its standard deviations. */
const MEAN_DIGITS = 2;
const DEVIATION_DIGITS = 3;

/** Every agent counts once: the mean over agents of the mean over an agent's rows. `place` is a column. */
export function meanAsAuthors(agents: readonly AgentMean[], place: number): Measured {
  return agents.length === 0 ? notDefined("no_data") : measured(mean(columnOf(agents, place)));
}

const HUMAN_METHOD = {
  authorsWay: [
    "The mean of both raters per agent, then the mean over the 28 agents of a condition. GPT-3.5 plays against itself in 14 episodes, so that both its seats count.",
    "Every row counts, also where one person rated an episode twice.",
    "Overall is the plain mean of the seven dimensions though their ranges differ.",
    "The standard deviation is taken over the 28 agents, with n − 1.",
  ],
  corrected: [
    "Each person counts once per episode.",
    "95 % intervals by CR2 with episodes as clusters, which matters for GPT-3.5, whose two agents share an episode.",
  ],
};

/** People's mean scores of the agents under study: what Table 1 and Figure 4 are made of. */
export function humanMeansTable({ episodes }: StudyMaterial): ReplicationTable {
  return finishTable({
    id: "human-means",
    name: "Human evaluation",
    title: "People’s mean scores of the agents under study, hard scenarios",
    columns: [
      ...SCORE_COLUMNS,
      { key: "goal-sd", label: "SD of GOAL", name: "Standard deviation of goal over agents" },
    ],
    groups: CONDITIONS.map(({ id }) => withDeviation(episodes, id)),
    ...HUMAN_METHOD,
  });
}

function withDeviation(episodes: readonly StudyEpisode[], id: ConditionId): ReplicationGroup {
  const group = humanGroup(episodes, id, "studied", PUBLISHED_HUMAN_MEANS[id]);
  const goals = columnOf(agentMeans(episodes, id, "studied", "every-row"), GOAL);
  const published = PUBLISHED_GOAL_DEVIATIONS[id];
  const recomputed =
    goals.length < 2
      ? missingCell(NO_EPISODES, DEVIATION_DIGITS)
      : recomputedCell(measured(Math.sqrt(sampleVariance(goals))), published, DEVIATION_DIGITS);
  const extra = [
    publishedCell(published, DEVIATION_DIGITS),
    recomputed,
    absentCell("it describes these agents and needs no correction", DEVIATION_DIGITS),
  ];
  return {
    ...group,
    lines: group.lines.map((each, index) => ({ ...each, cells: [...each.cells, extra[index] as ReplicationCell] })),
  };
}

/** Table 9: what people think of the partner that played against each condition. */
export function partnerTable({ episodes }: StudyMaterial): ReplicationTable {
  const conditions = CONDITIONS.filter(({ id }) => PUBLISHED_PARTNER_MEANS[id]);
  return finishTable({
    id: "table-9",
    name: "Table 9",
    title: "People’s mean scores of the partner, GPT-3.5, by whom it played against",
    columns: SCORE_COLUMNS,
    groups: conditions.map(({ id }) =>
      humanGroup(episodes, id, "partner", PUBLISHED_PARTNER_MEANS[id] as EightFigures),
    ),
    authorsWay: [
      "As the means of the agents under study, for the other seat of the same 28 episodes.",
      "GPT-3.5 against itself has no partner and no row.",
    ],
    corrected: ["Each person counts once per episode; 95 % intervals by CR2 with episodes as clusters."],
  });
}

function humanGroup(
  episodes: readonly StudyEpisode[],
  id: ConditionId,
  role: AgentRole,
  published: EightFigures,
): ReplicationGroup {
  const every = agentMeans(episodes, id, role, "every-row");
  const once = agentMeans(episodes, id, role, "each-person-once");
  const clusters = numberClusters(once.map(({ episode }) => episode));
  return {
    key: id,
    label: conditionOf(id).label,
    lines: [
      ...authorsLines(
        published.map((figure) => publishedCell(figure, MEAN_DIGITS)),
        SCORE_COLUMNS.map((_, place) =>
          every.length === 0
            ? missingCell(NO_EPISODES, MEAN_DIGITS)
            : recomputedCell(meanAsAuthors(every, place), published[place], MEAN_DIGITS),
        ),
      ),
      correctedLine(
        "Corrected",
        SCORE_COLUMNS.map((_, place) => correctedCell(clusterMean(columnOf(once, place), clusters), MEAN_DIGITS)),
      ),
    ],
  };
}

/** The judge's mean scores of the same agents. */
export function judgeMeansTable({ episodes }: StudyMaterial): ReplicationTable {
  return finishTable({
    id: "judge-means",
    name: "Judge on the same episodes",
    title: "GPT-4’s mean scores of the same agents",
    columns: SCORE_COLUMNS,
    groups: CONDITIONS.map(({ id }) => judgeGroup(episodes, id)),
    authorsWay: ["The mean over the 28 agents of a condition; the judge gave one rating per agent."],
    corrected: ["95 % intervals by CR2 with episodes as clusters."],
  });
}

function judgeGroup(episodes: readonly StudyEpisode[], id: ConditionId): ReplicationGroup {
  const agents = agentMeans(episodes, id, "studied", "every-row");
  const judged = agents.filter(({ judge }) => judge !== null);
  const clusters = numberClusters(judged.map(({ episode }) => episode));
  const published = PUBLISHED_JUDGE_MEANS[id];
  const reason = agents.length === 0 ? NO_EPISODES : NO_JUDGE;
  const values = (place: number) => judgeColumnOf(judged, place);
  return {
    key: id,
    label: conditionOf(id).label,
    lines: [
      ...authorsLines(
        published.map((figure) => publishedCell(figure, MEAN_DIGITS)),
        published.map((figure, place) =>
          judged.length === 0
            ? missingCell(reason, MEAN_DIGITS)
            : recomputedCell(measured(mean(values(place))), figure, MEAN_DIGITS),
        ),
      ),
      correctedLine(
        "Corrected",
        published.map((_, place) =>
          judged.length === 0
            ? absentCell(reason, MEAN_DIGITS)
            : correctedCell(clusterMean(values(place), clusters), MEAN_DIGITS),
        ),
      ),
    ],
  };
}
