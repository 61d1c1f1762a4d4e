import { plural } from "#components/ui/format.ts";

/** How far a bundle is. */
export type BundleProgress =
  | { step: "computing"; done: number; of: number }
  | { step: "drawing"; done: number; of: number; words: string }
  | { step: "done"; fileName: string }
  | { step: "failed"; sentence: string };

/** An error that is said to a person as it is. */
export class Sentence extends Error {}

/** What is being done now, in words. */
export function progressWords(progress: BundleProgress): string {
  switch (progress.step) {
    case "computing":
      return `Computing the views: ${progress.done} of ${progress.of}.`;
    case "drawing":
      return `Drawing the figures: ${progress.done} of ${plural(progress.of, "figure")}, now ${progress.words}.`;
    case "done":
      return `${progress.fileName} is saved, with every table and figure.`;
    case "failed":
      return progress.sentence;
  }
}
