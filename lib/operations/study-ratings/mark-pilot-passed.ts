import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { PAID_IN_FULL } from "#lib/domain/studies/outcomes.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { setPassed } from "#lib/store/pilots.ts";
import { defineOperation } from "../define-operation.ts";

/**
 * Records whether somebody who went through a pilot has passed it, which decides whether a study that asks for the pilot
 * lets them in from now on. Pay is not touched. Throws `NOT_FOUND` for anybody who has not finished a pilot.
 */
export const markPilotPassed = defineOperation({
  name: "study-ratings/mark-pilot-passed",
  permission: "annotations.exclude",
  input: z.object({ annotatorId: z.string(), isPassed: z.boolean() }),
  deps: {},
  run: async (actor, { annotatorId, isPassed }) =>
    getDb().$transaction(async (tx) => {
      const annotator = await setPassed(tx, annotatorId, isPassed, PAID_IN_FULL);
      if (!annotator) throw new AppError("NOT_FOUND", "Only somebody who finished a pilot can pass it or not.");
      const { studyId, pseudonym, before } = annotator;
      await recordAudit(tx, {
        actor,
        action: "annotations.mark-pilot-passed",
        subjectKind: "annotator",
        subjectId: annotatorId,
        before: { isPassed: before },
        after: { studyId, pseudonym, isPassed },
      });
      return { studyId };
    }),
});
