import { z } from "zod";
import { requireAnnotator } from "#lib/domain/access/annotator-actor.ts";
import { draftIssues } from "#lib/domain/annotations/completeness.ts";
import { getGuidelines } from "#lib/domain/annotations/guidelines/get-guidelines.ts";
import { type PracticeVerdict, practiceFeedback } from "#lib/domain/annotations/guidelines/practice-feedback.ts";
import { draftChangesSchema } from "#lib/domain/annotations/rating-draft.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { defineOperation } from "#lib/operations/define-operation.ts";
import { savePractice } from "#lib/store/annotators.ts";
import { requireOpenVisit, tooEarly } from "../require-open-visit.ts";

/**
 * Keeps ratings of the practice episode, all at once or one dimension after another, and answers how they compare with
 * known ones. Practice teaches and never screens out: every score may be missing, and the first ratings are kept. Throws `CONFLICT` before practice.
 */
export const submitPractice = defineOperation({
  name: "visits/submit-practice",
  permission: "visit.work",
  input: z.object({ ratings: draftChangesSchema }),
  deps: {},
  run: async (actor, { ratings }): Promise<{ feedback: PracticeVerdict[] }> => {
    const me = requireAnnotator(actor);
    const { facts, standing } = await requireOpenVisit(me);
    if (standing.stage !== "practice" && standing.stage !== "rating") {
      throw tooEarly("The practice conversation comes after the questions.");
    }
    const issues = draftIssues(ratings, facts.dimensions);
    if (issues.length > 0) throw new AppError("INVALID", issues[0]?.message ?? "", { issues });
    await savePractice(me.annotatorId, ratings);
    const { practice } = getGuidelines(facts.guidelinesVersion);
    const scores = ratings.map(({ agent, dimension, score }) => ({ agent, dimensionId: dimension, score }));
    return { feedback: practiceFeedback(scores, practice) };
  },
});
