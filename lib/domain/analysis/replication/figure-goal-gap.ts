import { clusterMean } from "#lib/domain/statistics/cluster-mean.ts";
import { numberClusters } from "#lib/domain/statistics/clusters.ts";
import { measured } from "#lib/domain/statistics/measured.ts";
import { mean } from "#lib/domain/statistics/moments.ts";
import { type AgentMean, type AgentRole, agentMeans, judgeColumnOf } from "./agent-means.ts";
import {
  absentCell,
  authorsLines,
  correctedCell,
  correctedLine,
  missingCell,
  NO_EPISODES,
  publishedCell,
  recomputedCell,
  whyNoJudge,
} from "./cells.ts";
import { differenceByScenario } from "./compare-conditions.ts";
import { type ConditionId, conditionColumn } from "./conditions.ts";
import { finishTable } from "./finish-table.ts";
import type { StudyEpisode, StudyMaterial } from "./material.ts";
import { roundAsPrinted } from "./printed.ts";
import { PUBLISHED_GOAL_GAPS } from "./published-means.ts";
import type { ReplicationCell, ReplicationGroup, ReplicationTable } from "./replication.ts";
import { GOAL } from "./score-columns.ts";
import { meanAsAuthors } from "./table-means.ts";

const DIGITS = 2;
const BASE: ConditionId = "base";
const NO_BASE = "the judge’s ratings of the model before training are not among the files";

type Gap = (typeof PUBLISHED_GOAL_GAPS)[number];

const METHOD = {
  authorsWay: [
    "The means of the 28 agents of a condition by judge and by people.",
    "The gap is the difference of the two rounded means: for BC+SR 5.71 − 4.29 = 1.42, where the unrounded means differ by 1.43. The gap of GPT-4 is not printed.",
  ],
  corrected: [
    "Judge minus people per agent, each person once per episode, with 95 % intervals by CR2 and episodes as clusters.",
    "The claim of the figure is that the judge adds more to trained policies than to the base. That is a difference of two gaps and has an interval of its own, with scenarios as clusters.",
    "The gap of both agents, because the judge rated both.",
  ],
};

/** Figure 4: how far the judge's goal score lies above people's, policy by policy. */
export function goalGapFigure({ episodes }: StudyMaterial): ReplicationTable {
  return finishTable({
    id: "figure-4",
    name: "Figure 4",
    title: "Goal by the judge and by people, and the gap between them",
    columns: PUBLISHED_GOAL_GAPS.map(({ id }) => conditionColumn(id)),
    groups: [judgeGroup(episodes), humanGroup(episodes), gapGroup(episodes)],
    ...METHOD,
  });
}

function perCondition(cell: (gap: Gap) => ReplicationCell): ReplicationCell[] {
  return PUBLISHED_GOAL_GAPS.map(cell);
}

function judged(episodes: readonly StudyEpisode[], id: ConditionId, role: AgentRole = "studied"): AgentMean[] {
  return agentMeans(episodes, id, role, "each-person-once").filter(({ judge }) => judge !== null);
}

function judgeMean(episodes: readonly StudyEpisode[], id: ConditionId): number | null {
  const values = judgeColumnOf(agentMeans(episodes, id, "studied", "every-row"), GOAL);
  return values.length === 0 ? null : mean(values);
}

function humanMean(episodes: readonly StudyEpisode[], id: ConditionId): number | null {
  return meanAsAuthors(agentMeans(episodes, id, "studied", "every-row"), GOAL).value;
}

function judgeGroup(episodes: readonly StudyEpisode[]): ReplicationGroup {
  const recomputed = perCondition(({ id, judge }) => {
    const value = judgeMean(episodes, id);
    return value === null
      ? missingCell(whyNoJudge(episodes, id), DIGITS)
      : recomputedCell(measured(value), judge, DIGITS);
  });
  const corrected = perCondition(({ id }) =>
    estimateOf(episodes, judged(episodes, id), id, ({ judge }) => goalOf(judge)),
  );
  return {
    key: "judge",
    label: "Judge",
    lines: [
      ...authorsLines(
        perCondition(({ judge }) => publishedCell(judge, DIGITS)),
        recomputed,
      ),
      correctedLine("Corrected", corrected),
    ],
  };
}

function humanGroup(episodes: readonly StudyEpisode[]): ReplicationGroup {
  const recomputed = perCondition(({ id, human }) => {
    const value = humanMean(episodes, id);
    return value === null ? missingCell(NO_EPISODES, DIGITS) : recomputedCell(measured(value), human, DIGITS);
  });
  const corrected = perCondition(({ id }) => {
    const agents = agentMeans(episodes, id, "studied", "each-person-once");
    return estimateOf(episodes, agents, id, ({ human }) => goalOf(human));
  });
  return {
    key: "people",
    label: "People",
    lines: [
      ...authorsLines(
        perCondition(({ human }) => publishedCell(human, DIGITS)),
        recomputed,
      ),
      correctedLine("Corrected", corrected),
    ],
  };
}

function gapGroup(episodes: readonly StudyEpisode[]): ReplicationGroup {
  const recomputed = perCondition(({ id, gap }) => {
    const [judge, human] = [judgeMean(episodes, id), humanMean(episodes, id)];
    if (judge === null || human === null) return missingCell(whyNoJudge(episodes, id), DIGITS);
    const difference = roundAsPrinted(judge, DIGITS) - roundAsPrinted(human, DIGITS);
    return recomputedCell(measured(difference), gap ?? undefined, DIGITS);
  });
  return {
    key: "gap",
    label: "Judge − people",
    lines: [
      ...authorsLines(
        perCondition(({ gap }) => publishedCell(gap, DIGITS, "the figure does not print it")),
        recomputed,
      ),
      correctedLine(
        "Corrected",
        perCondition(({ id }) => gapOf(episodes, id, "studied")),
      ),
      correctedLine(
        "More than on the base",
        perCondition(({ id }) => moreThanBase(episodes, id)),
      ),
      correctedLine(
        "Both agents",
        perCondition(({ id }) => gapOf(episodes, id, "both")),
      ),
    ],
  };
}

function gapOf(episodes: readonly StudyEpisode[], id: ConditionId, role: AgentRole): ReplicationCell {
  return estimateOf(episodes, judged(episodes, id, role), id, goalGap);
}

/** The gap of a condition minus that of the base, with an interval of its own. */
function moreThanBase(episodes: readonly StudyEpisode[], id: ConditionId): ReplicationCell {
  if (id === BASE) return absentCell("it is the base", DIGITS);
  const [trained, base] = [judged(episodes, id), judged(episodes, BASE)];
  if (trained.length === 0) return absentCell(whyNoJudge(episodes, id), DIGITS);
  if (base.length === 0) return absentCell(NO_BASE, DIGITS);
  return correctedCell(differenceByScenario(trained, base, goalGap), DIGITS);
}

function estimateOf(
  episodes: readonly StudyEpisode[],
  agents: readonly AgentMean[],
  id: ConditionId,
  value: (agent: AgentMean) => number,
): ReplicationCell {
  if (agents.length === 0) return absentCell(whyNoJudge(episodes, id), DIGITS);
  const clusters = numberClusters(agents.map(({ episode }) => episode));
  return correctedCell(clusterMean(agents.map(value), clusters), DIGITS);
}

function goalOf(scores: readonly number[] | null): number {
  return scores?.[GOAL] as number;
}

function goalGap({ judge, human }: AgentMean): number {
  return goalOf(judge) - goalOf(human);
}
