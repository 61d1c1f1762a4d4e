import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { findSubmittedAnnotation, setExclusion } from "#lib/store/exclusions.ts";
import { defineOperation } from "../define-operation.ts";

/**
 * Takes an excluded annotation back in; where its place has gone to somebody else it counts as an extra one. Including it
 * again changes nothing.
 */
export const includeAnnotation = defineOperation({
  name: "study-ratings/include-annotation",
  permission: "annotations.exclude",
  input: z.object({ annotationId: z.string() }),
  deps: {},
  run: async (actor, { annotationId }) =>
    getDb().$transaction(async (tx) => {
      const annotation = await findSubmittedAnnotation(tx, annotationId);
      if (!annotation) throw new AppError("NOT_FOUND", "There is no such submitted annotation.");
      if (!annotation.isExcluded) return { studyId: annotation.studyId, isChanged: false };
      await setExclusion(tx, annotation, null);
      await recordAudit(tx, {
        actor,
        action: "annotations.include",
        subjectKind: "annotation",
        subjectId: annotationId,
        after: { studyId: annotation.studyId, pseudonym: annotation.pseudonym },
      });
      return { studyId: annotation.studyId, isChanged: true };
    }),
});
