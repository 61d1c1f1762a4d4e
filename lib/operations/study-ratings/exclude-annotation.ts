import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { requireReplacement } from "#lib/domain/studies/lifecycle.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { findSubmittedAnnotation, setExclusion } from "#lib/store/exclusions.ts";
import { defineOperation } from "../define-operation.ts";

/**
 * Marks a submitted annotation as excluded, with a reason. It is kept, shown as excluded and can be taken back in; it says
 * nothing about pay. Excluding it again changes nothing. Throws `CONFLICT` for `replace` in a study that is closed.
 */
export const excludeAnnotation = defineOperation({
  name: "study-ratings/exclude-annotation",
  permission: "annotations.exclude",
  input: z.object({
    annotationId: z.string(),
    reason: z.string().trim().min(3, "Say why, so that others can follow it.").max(500),
    /** Gives the place back, so that somebody else is asked for this item. */
    replace: z.boolean().default(false),
  }),
  deps: { now: () => new Date() },
  run: async (actor, { annotationId, reason, replace }, { now }) =>
    getDb().$transaction(async (tx) => {
      const annotation = await findSubmittedAnnotation(tx, annotationId);
      if (!annotation) throw new AppError("NOT_FOUND", "There is no such submitted annotation.");
      if (annotation.isExcluded) return { studyId: annotation.studyId, isChanged: false };
      if (replace) requireReplacement(annotation.studyState);
      const byId = actor.kind === "user" ? actor.userId : null;
      await setExclusion(tx, annotation, { at: now(), byId, reason, replace });
      await recordAudit(tx, {
        actor,
        action: "annotations.exclude",
        subjectKind: "annotation",
        subjectId: annotationId,
        after: { studyId: annotation.studyId, pseudonym: annotation.pseudonym, reason, replace },
      });
      return { studyId: annotation.studyId, isChanged: true };
    }),
});
