import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import { isTwoSided } from "#lib/domain/dimensions/dimension.ts";
import { formatInteger } from "./format-integer.ts";
import type { DimensionGuideline, Guidelines } from "./types.ts";

/**
 * The page for a dimension that a study brought itself: only what its data says (question, direction, range, bands),
 * and nothing invented about what its bands mean. It has no example rationales.
 */
export function customDimensionGuidelines(dimension: Dimension): DimensionGuideline {
  const range = `Choose a whole number from ${formatInteger(dimension.min)} to ${formatInteger(dimension.max)} for each agent.`;
  const zero = isTwoSided(dimension) ? " Zero lies between the two sides of the scale." : "";
  const asks = [dimension.question, `${range}${zero}`];
  if (dimension.direction.length >= 12) asks.splice(1, 0, dimension.direction);
  return {
    dimensionId: dimension.id,
    asks,
    bands: dimension.bands.map((band) => ({ ...band, meaning: "" })),
    rationales: { good: [], poor: [] },
  };
}

/**
 * The page that fits a study's dimension: the written one where id and scale are SOTOPIA's, else the generic one
 * (a study may keep the id `goal` and change its range, and then the written bands would be wrong).
 */
export function guidelineForDimension(guidelines: Guidelines, dimension: Dimension): DimensionGuideline {
  const written = Object.values(guidelines.dimensions).find((page) => page.dimensionId === dimension.id);
  if (!written) return customDimensionGuidelines(dimension);
  const sameScale =
    written.bands.length === dimension.bands.length &&
    written.bands.every((band, index) => {
      const own = dimension.bands[index];
      return own?.from === band.from && own.to === band.to && own.name === band.name;
    });
  return sameScale ? written : customDimensionGuidelines(dimension);
}
