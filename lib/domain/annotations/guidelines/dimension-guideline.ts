import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import { isTwoSided } from "#lib/domain/dimensions/scale.ts";
import { formatInteger } from "./format-integer.ts";
import type { DimensionGuideline, Guidelines } from "./types.ts";

/**
 * The page for a dimension that a study brought itself: only what its data says (question, description, direction, range,
 * bands with their sentences, examples), and nothing invented where it says nothing.
 */
export function customDimensionGuidelines(dimension: Dimension): DimensionGuideline {
  const range = `Choose a whole number from ${formatInteger(dimension.min)} to ${formatInteger(dimension.max)} for each agent.`;
  const zero = isTwoSided(dimension) ? " Zero lies between the two sides of the scale." : "";
  return {
    dimensionId: dimension.id,
    asks: [dimension.question, ...paragraphsOf(dimension.description ?? ""), `${range}${zero}`],
    bands: dimension.bands.map((band) => ({ ...band, meaning: band.meaning ?? "" })),
    rationales: dimension.examples ?? { good: [], poor: [] },
  };
}

function paragraphsOf(text: string): string[] {
  return text
    .split(/\r?\n\s*\r?\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
}

/**
 * The written page of a dimension, where id and scale are SOTOPIA's and the study brings no words of its own; null
 * otherwise (a study may keep the id `goal` and change its range, and then the written bands would be wrong).
 */
export function writtenGuideline(guidelines: Guidelines, dimension: Dimension): DimensionGuideline | null {
  if (dimension.description !== undefined || dimension.examples !== undefined) return null;
  const written = Object.values(guidelines.dimensions).find((page) => page.dimensionId === dimension.id);
  const isSameScale =
    written?.bands.length === dimension.bands.length &&
    written.bands.every((band, index) => {
      const own = dimension.bands[index];
      return own?.from === band.from && own.to === band.to && own.name === band.name && own.meaning === undefined;
    });
  return written && isSameScale ? written : null;
}

/** The page that fits a study's dimension: the written one where there is one for it, else one from its own data. */
export function guidelineForDimension(guidelines: Guidelines, dimension: Dimension): DimensionGuideline {
  return writtenGuideline(guidelines, dimension) ?? customDimensionGuidelines(dimension);
}
