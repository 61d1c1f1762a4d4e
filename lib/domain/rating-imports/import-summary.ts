/** One rater of an import with what came from them; `exclusion` is the live one. Other imports know the same rater too. */
export type SummaryRater = {
  id: number;
  kind: "human" | "judge";
  name: string;
  model: string;
  version: string;
  /** What a judge was told; empty where nobody said. */
  prompt: string;
  isPosition: boolean;
  ratings: number;
  items: number;
  repeated: number;
  otherImports: number;
  exclusion: { reason: string; at: Date; by: string } | null;
};

/** One scale of an import with how many ratings lie on it and their means; null where there are none. */
export type SummaryDimension = {
  key: string;
  name: string;
  min: number;
  max: number;
  isWhole: boolean;
  humanRatings: number;
  judgeRatings: number;
  humanMean: number | null;
  judgeMean: number | null;
};

/** One policy of an import: seats it holds, and ratings of them by people and judges. */
export type SummaryPolicy = {
  policy: string;
  seatRole: "" | "learner" | "partner";
  units: number;
  humanRatings: number;
  judgeRatings: number;
};

/** How the items of an import meet the episodes that are here. */
export type SummaryItems = { items: number; linked: number; unknownSeats: number; foreignScenarios: number };
