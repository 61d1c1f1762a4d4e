import { plural } from "#components/ui/format.ts";
import type { WarningCounts, WarningKind } from "#lib/domain/studies/item-warnings.ts";

/** What each kind of warning is called, as the name of its list and with how many items it names, and why it matters. */
export const WARNING_WORDS: Record<
  WarningKind,
  { name: string; title: (counts: WarningCounts) => string; about: string }
> = {
  "self-naming": {
    name: "Self-naming",
    title: (counts) =>
      `${plural(counts.places, "place")} in ${plural(counts["self-naming"], "episode")} where an agent seems to name itself as a program`,
    about: "Annotators could tell who is speaking. Read the places, and leave such episodes out where it matters.",
  },
  foreign: {
    name: "Another’s prompt",
    title: (counts) => `${plural(counts.foreign, "episode")} whose stored prompt belongs to another one`,
    about:
      "The text that the judge was asked with, kept in the record, is about another episode: dialogue and scenario may not fit together.",
  },
  undecided: {
    name: "Undecided",
    title: (counts) => `${plural(counts.undecided, "episode")} with an undecided conflict`,
    about: "The same id was imported with different contents. Decide on the import’s page or the episode’s.",
  },
  "set-aside": {
    name: "Set aside",
    title: (counts) => `${plural(counts["set-aside"], "episode")} set aside since the draw`,
    about: "Another content of the same id was chosen after the items were drawn.",
  },
  doubled: {
    name: "In twice",
    title: (counts) => `${plural(counts.doubled, "episode")} that may be in the study twice`,
    about: "An annotator could meet the same conversation again.",
  },
};
