/**
 * What a reader has to know of a number before reading it. A measure that needs explaining has one card, next to its
 * function; measure-cards.ts gathers them for the page that prints them. `example.value` is what the function gives for `example.input` (null where
 * it is not defined), which a test recomputes for each card.
 */
export type MeasureCard<Input = unknown> = {
  /** Stable name in exports and links, e.g. `krippendorff_alpha_interval`. */
  id: string;
  /** The name on the screen. */
  name: string;
  /** One or two plain sentences: which question the number answers. */
  meaning: string;
  /** The possible values and what the ends mean. */
  range: string;
  /** When there is no number, in words. */
  undefinedWhen: string;
  /** Where the formula comes from. */
  source: string;
  example: { words: string; input: Input; value: number | null };
};
