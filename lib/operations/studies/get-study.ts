import { z } from "zod";
import { can } from "#lib/domain/access/permissions.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { designMarkOf } from "#lib/domain/studies/design-hash.ts";
import { getDb } from "#lib/store/db.ts";
import { findStudy, listCodes } from "#lib/store/studies.ts";
import { countItems } from "#lib/store/study-items.ts";
import { listPilots } from "#lib/store/study-lists.ts";
import { defineOperation } from "../define-operation.ts";
import { sha256 } from "../sha256.ts";

/**
 * One study with its design, how many items it has, and the pilot it asks for. Entry link and completion codes let people in
 * and get them paid, so only those who may change studies see them.
 */
export const getStudy = defineOperation({
  name: "studies/get-study",
  permission: "studies.read",
  input: z.object({ studyId: z.string() }),
  deps: {},
  run: async (actor, { studyId }) => {
    const db = getDb();
    const found = await findStudy(db, studyId);
    if (!found) throw new AppError("NOT_FOUND", "There is no such study. It may have been a draft that was deleted.");
    const mayWrite = can(actor, "studies.write");
    const { entryToken, ...study } = found;
    const [codes, items, pilots] = await Promise.all([
      mayWrite ? listCodes(db, studyId) : [],
      countItems(db, studyId),
      study.design.qualifyingStudyId ? listPilots(db, study.design.qualifyingStudyId) : [],
    ]);
    return {
      ...study,
      entryToken: mayWrite ? entryToken : null,
      codes,
      itemCount: items.count,
      designMark: designMarkOf(study.design, sha256),
      pilot: pilots[0] ?? null,
    };
  },
});
