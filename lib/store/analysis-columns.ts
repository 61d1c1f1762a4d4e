import type { RatingColumns } from "#lib/domain/analysis/columns.ts";
import { joinBlocks } from "#lib/domain/analysis/join-blocks.ts";
import type { AnalysisQuestion } from "#lib/domain/analysis/question.ts";
import { emptyBlock, type RatingBlock } from "#lib/domain/analysis/rating-block.ts";
import { episodeUnit, readEpisodesBySource } from "./analysis-episodes.ts";
import { readDrawnFrames } from "./analysis-frames.ts";
import { readImportedRatings } from "./analysis-imports.ts";
import { readJudgments } from "./analysis-judgments.ts";
import { readOffers } from "./analysis-offers.ts";
import { readStudyRatings } from "./analysis-studies.ts";

/** The part of a question that decides which ratings are read. */
export type AnalysisSources = Pick<AnalysisQuestion, "studyIds" | "importIds" | "judges"> &
  Partial<Pick<AnalysisQuestion, "judgeImportIds">>;

const EPISODE_JUDGE = "judge:episodes:";
const IMPORTED_JUDGE = "judge:";

/**
 * Reads all ratings of a question's sources as columns, with a few statements whatever the number of ratings. A million
 * ratings take seconds, so callers keep the answer for as long as {@link import("./analysis-stamp.ts").readStamp} stays.
 */
export async function readRatingColumns({
  studyIds,
  importIds,
  judgeImportIds = [],
  judges,
}: AnalysisSources): Promise<RatingColumns> {
  const ofEpisodes = judges.filter((key) => key.startsWith(EPISODE_JUDGE));
  const imported = judges.filter((key) => !key.startsWith(EPISODE_JUDGE) && key.startsWith(IMPORTED_JUDGE));
  const fromFiles = await readImportedRatings({
    importIds,
    judgeImportIds,
    judgeKeys: imported.map((key) => key.slice(IMPORTED_JUDGE.length)),
  });
  const blocks = [
    await readStudyRatings(studyIds),
    fromFiles,
    await readJudgments(ofEpisodes.map((key) => key.slice(EPISODE_JUDGE.length))),
  ];
  const columns = joinBlocks([...blocks, await meetEpisodes(fromFiles)], await readDrawnFrames(studyIds));
  return { ...columns, offers: await readOffers(studyIds) };
}

/** Facts of the episodes that files name by their source ids, as a block without ratings: joining merges them in. */
async function meetEpisodes(block: RatingBlock): Promise<RatingBlock> {
  const episodes = await readEpisodesBySource(block.units.map((unit) => unit.itemKey));
  const units = block.units.flatMap((unit) => {
    const episode = episodes.get(unit.itemKey);
    return episode && (unit.agent === 1 || unit.agent === 2) ? [episodeUnit(episode, unit.agent)] : [];
  });
  return { ...emptyBlock(), units };
}
