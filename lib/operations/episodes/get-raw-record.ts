import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { findRawRecord } from "#lib/store/episode-views.ts";
import { defineOperation } from "../define-operation.ts";

/** The record of an episode exactly as its file has it. Throws `NOT_FOUND`. */
export const getRawRecord = defineOperation({
  name: "episodes/get-raw-record",
  permission: "episodes.read",
  input: z.object({ episodeId: z.string().min(1) }),
  deps: {},
  async run(_actor, { episodeId }) {
    const record = await findRawRecord(episodeId);
    if (!record) throw new AppError("NOT_FOUND", "There is no such episode.");
    return record;
  },
});
