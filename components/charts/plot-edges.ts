/** Where a plot lies, in pixels. */
type Area = { x: number; y: number; width: number; height: number };

/** By less than this many pixels nothing lies beyond an edge. */
const SLACK = 0.5;

/** At which ends a stretch of pixels runs beyond an area, along the x axis or upright (`low` is the lower end). */
export function cutEnds(
  [low, high]: readonly [low: number, high: number],
  { x, y, width, height }: Area,
  along: "x" | "y",
): { low: boolean; high: boolean } {
  if (along === "x") return { low: low < x - SLACK, high: high > x + width + SLACK };
  return { low: low > y + height + SLACK, high: high < y - SLACK };
}
