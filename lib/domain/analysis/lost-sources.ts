import type { RatingColumns } from "./columns.ts";
import type { AnalysisQuestion } from "./question.ts";

/** How many studies and files a question reads people's ratings from, and how many of them hold no rating here any more. */
export type LostSources = { lost: number; of: number };

/**
 * Counts the studies and files of a question that came with no rater: only those with ratings can be chosen, so what has none
 * was deleted since, or all that it held was. Judges' files are not counted: without one, views say that the judge is missing.
 */
export function findLostSources(
  { sources, raters }: Pick<RatingColumns, "sources" | "raters">,
  { studyIds, importIds }: Pick<AnalysisQuestion, "studyIds" | "importIds">,
): LostSources {
  const here = new Set([...sources.map(({ id }) => id), ...raters.map(({ sourceId }) => sourceId)]);
  const asked = [...new Set([...studyIds, ...importIds])];
  return { lost: asked.filter((id) => !here.has(id)).length, of: asked.length };
}

/** That sources are gone, in a sentence; empty where none is. */
export function lostSourcesSentence({ lost, of }: LostSources): string {
  if (lost === 0) return "";
  if (of === 1)
    return "The study or file that this question reads holds no ratings here any more, as after a deletion.";
  const are = lost === 1 ? "holds" : "hold";
  return `${lost} of the ${of} studies and files that this question reads ${are} no ratings here any more, as after a deletion.`;
}
