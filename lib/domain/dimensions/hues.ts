/**
 * The seven hues of the palette that a dimension may use for its name and marks; never its only sign. Apart from the
 * schema of a dimension, as the arithmetic on scales is, so that a page can use them without shipping the schema.
 */
export const DIMENSION_HUES = ["bel", "rel", "kno", "sec", "soc", "fin", "goal"] as const;
