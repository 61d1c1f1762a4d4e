/** An episode as a list shows it. `situation` is the beginning of the scenario's text. */
export type ListedEpisode = {
  id: string;
  sourceId: string;
  variant: number;
  conflictState: string | null;
  codename: string;
  situation: string;
  agent1Name: string;
  agent2Name: string;
  agent1Policy: string | null;
  agent2Policy: string | null;
  tag: string;
  turnCount: number;
  isHard: boolean;
  promptMark: string;
  hasJudgments: boolean;
  annotationCount: number;
  /** People in files of ratings, and whether a judge rated it there. */
  importedRaterCount: number;
  hasImportedJudgments: boolean;
  isDemo: boolean;
  createdAt: Date;
};
