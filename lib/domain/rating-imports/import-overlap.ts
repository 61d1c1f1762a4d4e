/** Another import that holds some of the same ratings: by the same rater, of the same item, agent and dimension. */
export type ImportOverlap = {
  importId: string;
  fileName: string;
  createdAt: Date;
  /** All its ratings. */
  ratingCount: number;
  /** Whether it came in after the one that is looked at. */
  isLater: boolean;
  /** Ratings in both, and those of them whose scores differ. */
  shared: number;
  differing: number;
};

/** From this share of the smaller file on, two files are taken for revisions of one, not for parts that overlap. */
const REVISION_SHARE = 0.5;

/** Whether two imports look like two states of one file: they share at least half of the smaller one. */
export function isRevision(shared: number, ratingCount: number, otherRatingCount: number): boolean {
  return shared >= REVISION_SHARE * Math.min(ratingCount, otherRatingCount);
}
