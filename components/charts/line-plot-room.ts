import type { Guide, LineSeries } from "./line-plot-types.ts";

/** The width of a sign of a name in pixels, on the safe side, and of the gap and the arrow beside it. */
const SIGN = 7.2;
const BESIDE = 24;
const EDGE = 14;

/** The room right of a plot, in pixels: as much as the longest name that stands there needs. */
export function roomRight(guides: readonly Guide[]): number {
  const longest = Math.max(0, ...guides.map((guide) => (guide.isNamedBeside ? guide.text.length : 0)));
  return longest === 0 ? EDGE : longest * SIGN + BESIDE;
}

/** Moves things that lie closer than `gap` apart, evenly to both sides, and keeps their order. Pixels. */
export function spread<Thing extends { y: number }>(things: readonly Thing[], gap: number): Thing[] {
  const sorted = things.toSorted((a, b) => a.y - b.y).map((thing) => ({ ...thing }));
  for (let round = 0; round < sorted.length; round += 1)
    for (let i = 1; i < sorted.length; i += 1) {
      const [above, below] = [sorted[i - 1]!, sorted[i]!];
      const missing = gap - (below.y - above.y);
      if (missing <= 0) continue;
      above.y -= missing / 2;
      below.y += missing / 2;
    }
  return sorted;
}

/** The room that words need across, in pixels, on the safe side. */
export function widthOfWords(text: string): number {
  return text.length * SIGN;
}

/**
 * The highest value that straight lines reach between two places of the x axis, ends included; null where no line runs
 * there. Words written above it cross no line.
 */
export function highestBetween(series: readonly Pick<LineSeries, "line" | "points">[], from: number, to: number) {
  const reached = series
    .filter(({ line }) => line === "straight")
    .flatMap(({ points }) => [
      ...points.filter(({ x }) => x >= from && x <= to).map(({ y }) => y),
      ...[from, to].flatMap((x) => valueAt(points, x) ?? []),
    ]);
  return reached.length === 0 ? null : Math.max(...reached);
}

/** Where a line through points in order of x stands at `x`; null where it does not run. */
function valueAt(points: LineSeries["points"], x: number): number | null {
  const next = points.findIndex((point) => point.x >= x);
  const [before, after] = [points[next - 1], points[next]];
  if (!before || !after || after.breaksLine) return null;
  return before.y + ((after.y - before.y) * (x - before.x)) / (after.x - before.x);
}
