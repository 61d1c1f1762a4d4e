import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { findRawRecord } from "#lib/store/episode-views.ts";
import { defineOperation } from "../define-operation.ts";

/** What is said in place of a raw record that cannot be read. */
export const RAW_IS_DAMAGED =
  "What is stored of this raw record is damaged and cannot be read. The episode itself is another matter: its page shows it. Whoever runs this server can restore the record from a backup.";

/** The record of an episode exactly as its file has it; `raw` is null where it is damaged. Throws `NOT_FOUND`. */
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
