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

/** Which of two imports may go: one that holds nothing that the other lacks, else the one that came in first. */
export type Superfluous = { which: "this" | "other"; because: "adds-nothing" | "is-older" };

/** Which import may go, as seen from the one with `ratingCount` ratings; where both hold the same, the older one. */
export function superfluousImport(
  overlap: Pick<ImportOverlap, "isLater" | "ratingCount" | "shared" | "differing">,
  ratingCount: number,
): Superfluous {
  const older = overlap.isLater ? "this" : "other";
  const isWithin = (count: number) => overlap.differing === 0 && overlap.shared === count;
  const [isThisWithin, isOtherWithin] = [isWithin(ratingCount), isWithin(overlap.ratingCount)];
  if (!isThisWithin && !isOtherWithin) return { which: older, because: "is-older" };
  if (isThisWithin && isOtherWithin) return { which: older, because: "adds-nothing" };
  return { which: isThisWithin ? "this" : "other", because: "adds-nothing" };
}
