/** The seven hues of the palette for dimensions. Apart from the schema of a dimension, so that pages need not ship that. */
export const PALETTE_HUES = ["bel", "rel", "kno", "sec", "soc", "fin", "goal"] as const;

/** One of {@link PALETTE_HUES}. */
export type PaletteHue = (typeof PALETTE_HUES)[number];

/**
 * What a dimension may use for its name and marks; never its only sign. The second seven repeat the colours and bring a
 * sign of their own, a dotted line under the name, since a study may have twelve dimensions.
 */
export const DIMENSION_HUES = [...PALETTE_HUES, ...PALETTE_HUES.map((hue): `${PaletteHue}-2` => `${hue}-2`)] as const;

/** One of {@link DIMENSION_HUES}. */
export type DimensionHue = (typeof DIMENSION_HUES)[number];

/** The colour of a hue, and whether it is the repetition. */
export function hueParts(hue: DimensionHue): { colour: PaletteHue; isRepeated: boolean } {
  const colour = PALETTE_HUES.find((name) => hue === name || hue === `${name}-2`) ?? "bel";
  return { colour, isRepeated: hue !== colour };
}

/** Hues for further dimensions beside those of `taken`: what nobody has yet, in the order of the palette. */
export function freeHues(taken: readonly string[]): DimensionHue[] {
  return DIMENSION_HUES.filter((hue) => !taken.includes(hue));
}
