/**
 * What a researcher should look at in the items of a study; none of it forbids a launch. `self-naming`: an agent seems to
 * name itself as a program. `foreign`: the stored prompt belongs to another episode. `undecided`: several contents under one
 * id, and nobody has chosen. `set-aside`: decided against after the draw. `doubled`: a dialogue or id that is in twice.
 */
export const WARNING_KINDS = ["self-naming", "foreign", "undecided", "set-aside", "doubled"] as const;
/** One of {@link WARNING_KINDS}. */
export type WarningKind = (typeof WARNING_KINDS)[number];

/**
 * How many items of a study each kind names. `places` counts the turns behind `self-naming`; `unsearched` the items whose
 * transcripts were not looked through yet, which happens in the background.
 */
export type WarningCounts = Record<WarningKind, number> & { places: number; unsearched: number };

/** A turn in which an agent seems to say that it is a program, or which. */
export type SelfNamingPlace = { turn: number; agent: number; excerpt: string };

/** One item named in a list of warnings, with a note or with the places to read. */
export type WarnedItem = {
  position: number;
  episodeId: string;
  sourceId: string;
  label: string;
  note: string;
  places: SelfNamingPlace[];
};

/** How many things there are to look at: items by kind, an item of two kinds twice. */
export function countWarnings(counts: WarningCounts): number {
  return WARNING_KINDS.reduce((sum, kind) => sum + counts[kind], 0);
}
