import { useEffect } from "react";
import { emptyRating } from "#lib/domain/annotations/merge-drafts.ts";
import type { RatingDraft } from "#lib/domain/annotations/rating-draft.ts";
import type { DraftSaver } from "../saving/draft-saver.ts";
import { changedFields, typedRatings } from "./adopt-typed.ts";

/** Takes up what was filled in while the page was still coming alive: only what differs from what the server wrote. */
export function useTypedBefore(saver: DraftSaver, dimension: string, written: readonly RatingDraft[]): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the first dimension can have been filled in before
  useEffect(() => {
    const form = document.getElementById("rating-form");
    if (!(form instanceof HTMLFormElement)) return;
    for (const typed of typedRatings(form, dimension)) {
      const before = written.find((each) => each.agent === typed.agent && each.dimension === dimension);
      const patch = changedFields(before ?? emptyRating(typed.agent, dimension), typed);
      if (Object.keys(patch).length > 0) saver.change(typed.agent, dimension, patch);
    }
  }, [saver]);
}
