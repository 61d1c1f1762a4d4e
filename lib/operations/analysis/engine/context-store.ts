import { type RatingColumns, ratingCount } from "#lib/domain/analysis/columns.ts";
import { type AnalysisContext, buildContext } from "#lib/domain/analysis/context.ts";
import type { AnalysisQuestion } from "#lib/domain/analysis/question.ts";
import { readRatingColumns } from "#lib/store/analysis-columns.ts";
import { BoundedCache } from "./bounded-cache.ts";

/** Ratings kept as columns: about 35 bytes each, so some 100 MB at most. */
const MOST_RATINGS = 3_000_000;
/** Facts of episodes may change without a rating changing, so columns are read anew after a while. */
const MAX_AGE_MS = 10 * 60_000;
const MOST_CONTEXTS = 6;

const columnsCache = new BoundedCache<Promise<RatingColumns>>(MOST_RATINGS, MAX_AGE_MS);
const contextCache = new BoundedCache<AnalysisContext>(MOST_CONTEXTS, MAX_AGE_MS);

/** The columns of a question's sources, read once for a stamp. Two callers at once share one reading. */
export async function columnsOf(question: AnalysisQuestion, stamp: string): Promise<RatingColumns> {
  const { studyIds, importIds, judgeImportIds, judges } = question;
  const key = JSON.stringify([stamp, studyIds, importIds, judgeImportIds, judges]);
  const known = columnsCache.get(key, Date.now());
  if (known) return known;
  const reading = readRatingColumns(question);
  columnsCache.set(key, reading, { now: Date.now() });
  try {
    columnsCache.set(key, reading, { weight: ratingCount(await reading), now: Date.now() });
  } catch (error) {
    columnsCache.delete(key);
    throw error;
  }
  return reading;
}

/** The question put to its columns, kept for the other views of it. */
export async function contextOf(question: AnalysisQuestion, stamp: string): Promise<AnalysisContext> {
  const columns = await columnsOf(question, stamp);
  const key = JSON.stringify([stamp, question]);
  const known = contextCache.get(key, Date.now());
  if (known) return known;
  const context = buildContext(columns, question);
  contextCache.set(key, context, { now: Date.now() });
  return context;
}
