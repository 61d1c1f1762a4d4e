import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import { goToDimension } from "./go.ts";

/** The two buttons at the foot: to the dimension before, and to the one after or to the review. */
export function waysOn(dimensions: readonly Dimension[], index: number) {
  const [before, after] = [dimensions[index - 1], dimensions[index + 1]];
  return {
    back: before ? { go: goToDimension(before.id), label: before.name } : null,
    next: after
      ? { go: goToDimension(after.id), label: `Next: ${after.name}` }
      : { go: "review", label: "Review and submit" },
  };
}
