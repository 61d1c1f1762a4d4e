import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { requireReplacement } from "#lib/domain/studies/lifecycle.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { listSubmittedAnnotations, setExclusion } from "#lib/store/exclusions.ts";
import { defineOperation } from "../define-operation.ts";

/**
 * Excludes everything that one annotator has submitted in a study, with one reason. What they submit later is not touched;
 * what was excluded before keeps its own reason. Answers how many annotations changed.
 */
export const excludeAnnotator = defineOperation({
  name: "study-ratings/exclude-annotator",
  permission: "annotations.exclude",
  input: z.object({
    annotatorId: z.string(),
    reason: z.string().trim().min(3, "Say why, so that others can follow it.").max(500),
    /** Gives the places back, so that somebody else is asked for each of the items. */
    replace: z.boolean().default(false),
  }),
  deps: { now: () => new Date() },
  run: async (actor, { annotatorId, reason, replace }, { now }) =>
    getDb().$transaction(async (tx) => {
      const submitted = await listSubmittedAnnotations(tx, annotatorId);
      const [first] = submitted;
      if (!first) throw new AppError("NOT_FOUND", "This annotator has submitted nothing that could be excluded.");
      if (replace) requireReplacement(first.studyState);
      const byId = actor.kind === "user" ? actor.userId : null;
      const open = submitted.filter((annotation) => !annotation.isExcluded);
      for (const annotation of open) await setExclusion(tx, annotation, { at: now(), byId, reason, replace });
      await recordAudit(tx, {
        actor,
        action: "annotations.exclude-annotator",
        subjectKind: "annotator",
        subjectId: annotatorId,
        after: {
          studyId: first.studyId,
          pseudonym: first.pseudonym,
          annotations: open.map((a) => a.annotationId),
          reason,
          replace,
        },
      });
      return { studyId: first.studyId, changed: open.length };
    }),
});
