import type { Togetherness } from "#lib/domain/studies/extend-sample.ts";

/** What a further draw is together with the items that the study has, said before it is made. */
export const TOGETHER_WORDS: Record<Togetherness, string> = {
  "one-sample":
    "This goes on with the sample that the study has: together they are one random sample, and the chances of all items are corrected.",
  "every-match":
    "This adds what matches since the draw before: together they are every match, each with chance 1, and count as one draw.",
  "own-draw":
    "This is a draw of its own: its chances hold for the episodes it is made from, without those in the study. Together with the items of the study it is no random sample, so analyses that need one refuse ratings of both.",
  "by-hand":
    "These are chosen by hand, with chance 1. Analyses leave people’s ratings of them out of means, biases and scores where other items are there.",
};
