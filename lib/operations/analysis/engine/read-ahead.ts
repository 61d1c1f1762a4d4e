import type { AnalysisQuestion } from "#lib/domain/analysis/question.ts";
import { readStamp } from "#lib/store/analysis-stamp.ts";
import { columnsOf } from "./context-store.ts";

/** Only what is read in a moment is read ahead; larger data wait in the thread until somebody asks. */
const MOST_RATINGS = 20_000;

/**
 * Reads the ratings of questions that somebody may ask next, one after the other, so that asking them takes no reading.
 * Nothing depends on it: what fails is read when it is asked for.
 */
export async function readAhead(questions: readonly AnalysisQuestion[]): Promise<void> {
  for (const question of questions) {
    try {
      const { stamp, ratings } = await readStamp(question);
      if (ratings <= MOST_RATINGS) await columnsOf(question, stamp);
    } catch {
      return;
    }
  }
}
