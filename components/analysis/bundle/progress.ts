import { plural } from "#components/ui/format.ts";

/** A bundle that is being made: `done` of `of` views are computed, or figures drawn. */
export type BundleUnderWay =
  | { step: "computing"; done: number; of: number }
  | { step: "drawing"; done: number; of: number; words: string };

/** How far a bundle is. */
export type BundleProgress = BundleUnderWay | { step: "done"; fileName: string } | { step: "failed"; sentence: string };

/** An error that is said to a person as it is. */
export class Sentence extends Error {}

/** Whether something is still being done. */
export function isUnderWay(progress: BundleProgress): progress is BundleUnderWay {
  return progress.step === "computing" || progress.step === "drawing";
}

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

/** The step in words that stay the same as long as it lasts. */
export function stepWords(progress: BundleUnderWay): string {
  return progress.step === "computing" ? "Computing the views." : `Drawing ${plural(progress.of, "figure")}.`;
}
