import { type RatingColumns, ratingCount } from "#lib/domain/analysis/columns.ts";
import { type AnalysisContext, buildContext } from "#lib/domain/analysis/context.ts";
import type { AnalysisQuestion } from "#lib/domain/analysis/question.ts";
import { readRatingColumns } from "#lib/store/analysis-columns.ts";
import { BoundedCache } from "./bounded-cache.ts";
import { onePerProcess } from "./one-per-process.ts";

/** Ratings kept as columns: about 35 bytes each, so some 100 MB at most. */
const MOST_RATINGS = 3_000_000;
/** Facts of episodes may change without a rating changing, so columns are read anew after a while. */
const MAX_AGE_MS = 10 * 60_000;
/** Small ones are many: every filter that is turned makes one. */
const MOST_CONTEXTS = 30;
/** A context with what its views have made of it takes up to 100 bytes a rating; the one in use may stand alone. */
const MOST_RATINGS_IN_CONTEXTS = 1_200_000;

/** The columns of some sources at one stamp, or their reading. */
type Read = { stamp: string; reading: Promise<RatingColumns>; columns: RatingColumns | null };

const columnsCache = onePerProcess("columns", () => new BoundedCache<Read>(MOST_RATINGS, MAX_AGE_MS));
const contextCache = onePerProcess(
  "contexts",
  () => new BoundedCache<AnalysisContext>(MOST_RATINGS_IN_CONTEXTS, MAX_AGE_MS),
);

/** The columns of a question's sources, read once for a stamp. Two callers at once share one reading. */
export function columnsOf(question: AnalysisQuestion, stamp: string): Promise<RatingColumns> {
  const key = sourcesKey(question);
  const known = columnsCache.get(key, Date.now());
  if (known?.stamp === stamp) return known.reading;
  // What stood there before the data changed goes first, so that memory need not hold both.
  if (known) forget(key, known);
  const read: Read = { stamp, reading: readRatingColumns(question), columns: null };
  columnsCache.set(key, read, { now: Date.now() });
  void keep(key, read);
  return read.reading;
}

/** The question put to its columns, kept for the other views of it. */
export async function contextOf(question: AnalysisQuestion, stamp: string): Promise<AnalysisContext> {
  return contextFrom(await columnsOf(question, stamp), question, stamp);
}

/** The same where its columns need not be read; null where they are not there. */
export function contextAtHand(question: AnalysisQuestion, stamp: string): AnalysisContext | null {
  const known = columnsCache.get(sourcesKey(question), Date.now());
  return known?.columns && known.stamp === stamp ? contextFrom(known.columns, question, stamp) : null;
}

function contextFrom(columns: RatingColumns, question: AnalysisQuestion, stamp: string): AnalysisContext {
  const key = JSON.stringify([stamp, question]);
  const known = contextCache.get(key, Date.now());
  if (known?.columns === columns) return known;
  const context = buildContext(columns, question);
  const weight = Math.max(ratingCount(columns), MOST_RATINGS_IN_CONTEXTS / MOST_CONTEXTS);
  contextCache.set(key, context, { weight, now: Date.now() });
  return context;
}

async function keep(key: string, read: Read): Promise<void> {
  try {
    read.columns = await read.reading;
    if (columnsCache.get(key, Date.now()) === read)
      columnsCache.set(key, read, { weight: ratingCount(read.columns), now: Date.now() });
  } catch {
    if (columnsCache.get(key, Date.now()) === read) columnsCache.delete(key);
  }
}

function forget(key: string, { columns }: Read): void {
  columnsCache.delete(key);
  contextCache.deleteIf((context) => context.columns === columns);
}

/** The same for two questions whose ratings are read as one. */
export function sourcesKey({ studyIds, importIds, judgeImportIds, judges }: AnalysisQuestion): string {
  return JSON.stringify([studyIds, importIds, judgeImportIds, judges]);
}
