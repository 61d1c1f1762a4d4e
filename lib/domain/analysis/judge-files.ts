/** A file of ratings as the choice of a judge sees it: how many people it holds, and which judges. */
export type JudgeFile = { id: string; humans: number; judges: readonly { key: string }[] };

/** What was chosen so far. `hasJudgments` says whether the judge also rated episodes without a file. */
export type JudgeChoice = { judges: readonly string[]; importIds: readonly string[]; hasJudgments: boolean };

/**
 * The files that are read for the judge’s ratings alone, as a judge without its ratings could say nothing: files of judges
 * always, files that also hold people only where nothing else that was chosen has the judge. Files in `importIds` are read
 * whole already.
 */
export function judgeFilesOf(files: readonly JudgeFile[], { judges, importIds, hasJudgments }: JudgeChoice): string[] {
  const holding = files.filter((file) => file.judges.some(({ key }) => judges.includes(key)));
  const isThere = hasJudgments || holding.some(({ id, humans }) => humans === 0 || importIds.includes(id));
  return holding.filter(({ id, humans }) => !importIds.includes(id) && (humans === 0 || !isThere)).map(({ id }) => id);
}
