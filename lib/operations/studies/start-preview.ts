import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { getDb } from "#lib/store/db.ts";
import { countItems } from "#lib/store/study-items.ts";
import { deletePreviewsOf, insertPreviewVisit } from "#lib/store/study-previews.ts";
import { defineOperation } from "../define-operation.ts";
import { requireStudy } from "../require-study.ts";
import { requireUserActor } from "../require-user-actor.ts";

/**
 * Lets a researcher walk through a study exactly as an annotator does, in a draft too. The preview takes no slot and is
 * counted and exported nowhere; starting again forgets the earlier one of the same person.
 */
export const startPreview = defineOperation({
  name: "studies/start-preview",
  permission: "studies.write",
  input: z.object({ studyId: z.string(), device: z.string().max(400).default("") }),
  deps: {},
  run: async (actor, { studyId, device }) => {
    const user = requireUserActor(actor);
    return getDb().$transaction(async (tx) => {
      const study = await requireStudy(tx, studyId);
      const { count } = await countItems(tx, studyId);
      if (count === 0)
        throw new AppError("INVALID", "The study has no items yet, so there is nothing to preview. Draw some first.");
      await deletePreviewsOf(tx, studyId, user.userId);
      const pseudonym = `Preview-${user.userId.slice(0, 8)}`;
      const visit = await insertPreviewVisit(tx, { studyId, userId: user.userId, pseudonym, device });
      return { ...visit, studyId, entryToken: study.entryToken };
    });
  },
});
