import { bootstrapClusters, bootstrapInterval } from "#lib/domain/statistics/bootstrap.ts";
import { oneWayIcc } from "#lib/domain/statistics/icc-one-way.ts";
import { type Measured, notDefined } from "#lib/domain/statistics/measured.ts";
import { pearson } from "#lib/domain/statistics/pearson.ts";
import { ratedItems } from "#lib/domain/statistics/rated-items.ts";
import { reliabilityCeiling } from "#lib/domain/statistics/reliability-ceiling.ts";
import { spearman } from "#lib/domain/statistics/spearman.ts";
import { type AgentMean, type AgentRole, agentMeans, countedRows, seatsOf } from "./agent-means.ts";
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
import { type ConditionId, conditionColumn } from "./conditions.ts";
import { finishTable } from "./finish-table.ts";
import type { StudyEpisode, StudyMaterial } from "./material.ts";
import { PUBLISHED_CORRELATIONS } from "./published-tests.ts";
import type { ReplicationCell, ReplicationTable } from "./replication.ts";
import { RESAMPLING } from "./resampling.ts";
import { GOAL } from "./score-columns.ts";

const DIGITS = 2;

const METHOD = {
  authorsWay: [
    "The mean of the raters of the agent under study against the judge’s score, over the 28 agents of one condition; the paper says p < 0.01 for all.",
    "No interval.",
  ],
  corrected: [
    `Each person counts once per episode; 95 % intervals from ${RESAMPLING.resamples.toLocaleString("en-US")} resamples of whole episodes (seed ${RESAMPLING.seed}).`,
    "Spearman beside Pearson, because a correlation of two-humped scores is one of two groups; both agents, because the judge rated both.",
    "A perfect judge could reach about the ceiling, since two raters do not agree fully either.",
  ],
};

/** Table 7: does the judge rate goal as people do? One column per condition. */
export function correlationTable({ episodes }: StudyMaterial): ReplicationTable {
  const perCondition = (cell: (id: ConditionId, r: number) => ReplicationCell) =>
    PUBLISHED_CORRELATIONS.map(({ id, r }) => cell(id, r));
  return finishTable({
    id: "table-7",
    name: "Table 7",
    title: "Pearson’s correlation of judge and people on goal",
    columns: PUBLISHED_CORRELATIONS.map(({ id }) => conditionColumn(id)),
    groups: [
      {
        key: "pearson",
        label: "Judge with people, goal",
        lines: [
          ...authorsLines(
            perCondition((_, r) => publishedCell(r, DIGITS)),
            perCondition((id, r) => recomputed(episodes, id, r)),
          ),
          correctedLine(
            "Pearson",
            perCondition((id) => corrected(episodes, id, "studied", pearson)),
          ),
          correctedLine(
            "Spearman",
            perCondition((id) => corrected(episodes, id, "studied", spearman)),
          ),
          correctedLine(
            "Pearson, both agents",
            perCondition((id) => corrected(episodes, id, "both", pearson)),
          ),
          correctedLine(
            "Ceiling: √ICC(1,k) of the raters",
            perCondition((id) => ceiling(episodes, id)),
          ),
        ],
      },
    ],
    ...METHOD,
  });
}

/** Agents of a condition that people and the judge rated. */
function pairsOf(
  episodes: readonly StudyEpisode[],
  id: ConditionId,
  role: AgentRole,
  counting: "every-row" | "each-person-once",
): AgentMean[] {
  return agentMeans(episodes, id, role, counting).filter(({ judge }) => judge !== null);
}

type Correlation = (x: readonly number[], y: readonly number[]) => Measured;

function correlate(pairs: readonly AgentMean[], correlation: Correlation): Measured {
  return correlation(
    pairs.map(({ judge }) => judge?.[GOAL] as number),
    pairs.map(({ human }) => human[GOAL] as number),
  );
}

function recomputed(episodes: readonly StudyEpisode[], id: ConditionId, published: number): ReplicationCell {
  const pairs = pairsOf(episodes, id, "studied", "every-row");
  return pairs.length === 0
    ? missingCell(whyNoJudge(episodes, id), DIGITS)
    : recomputedCell(correlate(pairs, pearson), published, DIGITS);
}

function corrected(
  episodes: readonly StudyEpisode[],
  id: ConditionId,
  role: AgentRole,
  correlation: Correlation,
): ReplicationCell {
  const pairs = pairsOf(episodes, id, role, "each-person-once");
  if (pairs.length === 0) return absentCell(whyNoJudge(episodes, id), DIGITS);
  const estimate = correlate(pairs, correlation);
  if (estimate.value === null) return correctedCell({ ...estimate, interval: null }, DIGITS);
  const clusters = [...Map.groupBy(pairs, ({ episode }) => episode).values()];
  const distribution = bootstrapClusters({ ...RESAMPLING, clusterCount: clusters.length }, (drawn) => {
    const sample = Array.from(drawn).flatMap((cluster) => clusters[cluster] as AgentMean[]);
    return correlate(sample, correlation).value;
  });
  const { interval, reason } = bootstrapInterval(estimate.value, distribution, {
    clusters: clusters.length,
    confidence: RESAMPLING.confidence,
  });
  return correctedCell({ value: estimate.value, interval, reason }, DIGITS);
}

/** √ICC(1,k) of the raters of the agents under study. */
function ceiling(episodes: readonly StudyEpisode[], id: ConditionId): ReplicationCell {
  const ofOne = episodes.filter(({ condition }) => condition === id);
  const units = ofOne.flatMap((episode) =>
    seatsOf(episode, "studied").map((seat) =>
      countedRows(episode, "each-person-once").map(({ scores }) => scores[seat - 1]?.[GOAL] as number),
    ),
  );
  if (units.length === 0) return absentCell(NO_EPISODES, DIGITS);
  const { value, reason } = reliabilityCeiling(oneWayIcc(ratedItems(units)).icc1k ?? notDefined("no_data"));
  return correctedCell({ value, interval: null, reason }, DIGITS);
}
