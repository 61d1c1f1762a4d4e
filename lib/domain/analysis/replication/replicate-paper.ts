import { mean } from "#lib/domain/statistics/moments.ts";
import { seatsOf } from "./agent-means.ts";
import { CONDITIONS, type Condition } from "./conditions.ts";
import { goalGapFigure } from "./figure-goal-gap.ts";
import { countComparisons } from "./finish-table.ts";
import type { StudyEpisode, StudyMaterial } from "./material.ts";
import type { ConditionCoverage, Replication } from "./replication.ts";
import { RESAMPLING } from "./resampling.ts";
import { GOAL } from "./score-columns.ts";
import { agreementTable } from "./table-agreement.ts";
import { correlationTable } from "./table-correlation.ts";
import { improvementTable } from "./table-improvement.ts";
import { humanMeansTable, judgeMeansTable, partnerTable } from "./table-means.ts";
import { pairedTestTable } from "./table-paired-tests.ts";

/**
 * Computes the human evaluation of SOTOPIA-π anew from its ratings: every figure as the authors computed it, beside the
 * published one and beside a corrected version with intervals. Works on any part of the study and says what is missing;
 * the same code gives the published figures to the last digit when the whole study is there.
 */
export function replicatePaper(material: StudyMaterial): Replication {
  const tables = [
    humanMeansTable(material),
    judgeMeansTable(material),
    improvementTable(material),
    pairedTestTable(material),
    correlationTable(material),
    agreementTable(material),
    partnerTable(material),
    goalGapFigure(material),
  ];
  const coverage = CONDITIONS.map((condition) => coverageOf(condition, material.episodes));
  return {
    coverage,
    isWhole: coverage.every(({ episodes, expected }) => episodes === expected),
    judge: material.judge,
    notes: material.notes,
    counts: countComparisons(tables),
    tables,
    seed: RESAMPLING.seed,
    resamples: RESAMPLING.resamples,
  };
}

function coverageOf(
  { id, label, meaning, episodes: expected }: Condition,
  all: readonly StudyEpisode[],
): ConditionCoverage {
  const episodes = all.filter(({ condition }) => condition === id);
  const goals = episodes.flatMap((episode) =>
    seatsOf(episode, "studied").flatMap((seat) =>
      episode.annotations.map(({ scores }) => scores[seat - 1]?.[GOAL] as number),
    ),
  );
  return {
    id,
    label,
    meaning,
    episodes: episodes.length,
    expected,
    rows: episodes.reduce((sum, { annotations }) => sum + annotations.length, 0),
    judged: episodes.filter(({ judge }) => judge !== null).length,
    meanGoal: goals.length === 0 ? null : mean(goals),
    goalRatings: goals.length,
  };
}
