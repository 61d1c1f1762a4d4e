import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import { writtenGuideline } from "./dimension-guideline.ts";
import type { Guidelines } from "./types.ts";

/**
 * The overview for a study, one string per paragraph. A sentence about certain dimensions stands there where the study
 * uses the written page of one of them, and names only those.
 */
export function overviewForStudy(guidelines: Guidelines, dimensions: readonly Dimension[]): string[] {
  const written = dimensions.filter((dimension) => writtenGuideline(guidelines, dimension) !== null);
  return guidelines.overview.map((paragraph) => {
    if (typeof paragraph === "string") return paragraph;
    const sentences = paragraph.flatMap(({ text, anyOf }) => {
      if (anyOf.length === 0) return [text];
      const names = written.filter(({ id }) => anyOf.some((each) => each === id)).map(({ name }) => `“${name}”`);
      return names.length === 0 ? [] : [text.replace("{dimensions}", names.join(" and "))];
    });
    return sentences.join(" ");
  });
}
