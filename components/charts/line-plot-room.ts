import type { Guide } from "./line-plot-types.ts";

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
