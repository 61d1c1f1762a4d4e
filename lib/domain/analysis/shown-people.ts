import type { AnalysisQuestion } from "./question.ts";

type Sources = Pick<AnalysisQuestion, "studyIds" | "importIds" | "judgeImportIds" | "judges">;

/**
 * The sources of a question whose people a filter leaves in; a file whose people it leaves out is read for the judge
 * alone. For lists of single ratings, which must name nobody whose rating does not count.
 */
export function sourcesShown({ studyIds, importIds, judgeImportIds, judges, onlyPeople }: AnalysisQuestion): Sources {
  const isIn = (id: string) => onlyPeople.length === 0 || onlyPeople.includes(id);
  return {
    studyIds: studyIds.filter(isIn),
    importIds: importIds.filter(isIn),
    judgeImportIds: [...judgeImportIds, ...importIds.filter((id) => !isIn(id))],
    judges,
  };
}
