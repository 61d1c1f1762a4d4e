import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import type { ItemRatingsDetail } from "#lib/domain/studies/study-ratings.ts";
import { getDb } from "#lib/store/db.ts";
import { findItemRatings, findNeighbours } from "#lib/store/study-ratings.ts";
import { defineOperation } from "../define-operation.ts";

/** One item of a study by its position, with its episode and everything that annotators said about it. */
export const getItemRatings = defineOperation({
  name: "study-ratings/get-item-ratings",
  permission: "annotations.read",
  input: z.object({ studyId: z.string(), position: z.coerce.number().int().min(1) }),
  deps: {},
  run: async (_actor, { studyId, position }): Promise<ItemRatingsDetail> => {
    const db = getDb();
    const [item, neighbours] = await Promise.all([
      findItemRatings(db, studyId, position),
      findNeighbours(db, studyId, position),
    ]);
    if (!item) throw new AppError("NOT_FOUND", "There is no such item in this study.");
    return { ...item, ...neighbours };
  },
});
