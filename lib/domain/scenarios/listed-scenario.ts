/** A scenario in a list, with how many episodes of it are here. */
export type ListedScenario = {
  id: string;
  sourceId: string;
  variant: number;
  codename: string;
  source: string;
  scenario: string;
  relationship: number | null;
  isHard: boolean;
  isDemo: boolean;
  episodeCount: number;
};
