/** A scenario in a list, with how many episodes of it are here. */
export type ListedScenario = {
  id: string;
  sourceId: string;
  variant: number;
  /** Whether this version is the one that counts under its source id. */
  isCurrent: boolean;
  codename: string;
  source: string;
  scenario: string;
  relationship: number | null;
  isHard: boolean;
  isDemo: boolean;
  episodeCount: number;
};
