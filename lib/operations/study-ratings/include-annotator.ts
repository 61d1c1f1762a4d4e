import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { listSubmittedAnnotations, setExclusion } from "#lib/store/exclusions.ts";
import { defineOperation } from "../define-operation.ts";

/** Takes everything back in that was excluded of one annotator. Answers how many annotations changed. */
export const includeAnnotator = defineOperation({
  name: "study-ratings/include-annotator",
  permission: "annotations.exclude",
  input: z.object({ annotatorId: z.string() }),
  deps: {},
  run: async (actor, { annotatorId }) =>
    getDb().$transaction(async (tx) => {
      const submitted = await listSubmittedAnnotations(tx, annotatorId);
      const [first] = submitted;
      if (!first) throw new AppError("NOT_FOUND", "This annotator has submitted nothing that could be taken back in.");
      const excluded = submitted.filter((annotation) => annotation.isExcluded);
      for (const annotation of excluded) await setExclusion(tx, annotation, null);
      await recordAudit(tx, {
        actor,
        action: "annotations.include-annotator",
        subjectKind: "annotator",
        subjectId: annotatorId,
        after: { studyId: first.studyId, pseudonym: first.pseudonym, annotations: excluded.map((a) => a.annotationId) },
      });
      return { studyId: first.studyId, changed: excluded.length };
    }),
});
