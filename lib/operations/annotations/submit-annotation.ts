import { z } from "zod";
import { requireAnnotator } from "#lib/domain/access/annotator-actor.ts";
import { annotationIssues } from "#lib/domain/annotations/completeness.ts";
import {
  alreadySkipped,
  assignmentNotFound,
  incompleteAnnotation,
  staleDraft,
} from "#lib/domain/annotations/refusals.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { type Outcome, outcomeOfSubmission } from "#lib/domain/studies/outcomes.ts";
import { defineOperation } from "#lib/operations/define-operation.ts";
import { type DraftRecord, findDraft, submitAnnotation as writeSubmission } from "#lib/store/annotations.ts";
import { sqlState } from "#lib/store/sql.ts";
import { findStudyFacts, type StudyFacts } from "#lib/store/study-facts.ts";

const input = z.object({
  assignmentId: z.string().min(1).max(64),
  revision: z.int().min(0).max(1_000_000),
  /** Made by the browser once for each submission, at least 16 characters; without scripts the form carries one. */
  submissionKey: z.string().min(16).max(100),
});

type Input = z.output<typeof input>;

/** Another tab of the same person may submit between reading and writing; then both are done again, so many times. */
const ATTEMPTS = 5;

/**
 * Submits a draft as it is stored: the scores, the filled slot and, with the last item asked for, the outcome are
 * committed together before this answers. The same submission sent again, by the same key or from another tab, gets the
 * same answer. Throws `INVALID` with an issue for everything missing, `STALE` with the newer copy when the draft has
 * moved on, `CONFLICT` for a skipped one, `NOT_FOUND` for anybody else's.
 */
export const submitAnnotation = defineOperation({
  name: "annotations/submit-annotation",
  permission: "visit.work",
  input,
  deps: {},
  run: async (actor, submission): Promise<{ ended: Outcome | null }> => {
    const me = requireAnnotator(actor);
    const facts = await findStudyFacts(me.studyId);
    if (!facts) throw assignmentNotFound();
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const answer = await trySubmission(me.annotatorId, submission, facts);
      if (answer) return answer;
    }
    throw new AppError("UNAVAILABLE", "Your ratings are saved but could not be submitted just now. Submit them again.");
  },
});

/** One attempt; null when the draft or the count of submissions changed meanwhile. */
async function trySubmission(
  annotatorId: string,
  submission: Input,
  facts: StudyFacts,
): Promise<{ ended: Outcome | null } | null> {
  const draft = await findDraft(annotatorId, submission.assignmentId);
  if (!draft) throw assignmentNotFound();
  if (draft.state !== "submitted") requireSubmittable(draft, submission.revision, facts);
  const answer = await write({
    ...submission,
    annotatorId,
    submittedBefore: draft.submitted,
    outcome: outcomeOfSubmission(draft.submitted + 1, facts.itemsPerAnnotator),
  });
  if (!answer) throw assignmentNotFound();
  if (answer.status === "skipped") throw alreadySkipped();
  return answer.status === "submitted" ? { ended: answer.ended } : null;
}

function requireSubmittable(draft: DraftRecord, revision: number, { dimensions }: StudyFacts): void {
  if (draft.assignmentState === "skipped") throw alreadySkipped();
  if (draft.revision !== revision) throw staleDraft({ revision: draft.revision, ratings: draft.ratings });
  const { agentNames, turnCount } = draft;
  const issues = annotationIssues(draft.ratings, { dimensions, agentNames, turnCount });
  if (issues.length > 0) throw incompleteAnnotation(issues);
}

async function write(submission: Parameters<typeof writeSubmission>[0]): ReturnType<typeof writeSubmission> {
  try {
    return await writeSubmission(submission);
  } catch (error) {
    if (sqlState(error) !== "23505") throw error;
    throw new AppError(
      "CONFLICT",
      "This submission carries the key of another one. Your ratings are saved. Reload this page and submit again.",
    );
  }
}
