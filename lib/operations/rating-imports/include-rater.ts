import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { findImportedRater, includeRaterRows } from "#lib/store/rater-exclusions.ts";
import { defineOperation } from "../define-operation.ts";

/** Counts a rater of an import again, here or in all imports. The record of the exclusion stays. Throws `NOT_FOUND`. */
export const includeRater = defineOperation({
  name: "rating-imports/include-rater",
  permission: "ratings.exclude",
  input: z.object({ raterId: z.coerce.number().int().min(1), everywhere: z.boolean().default(false) }),
  deps: { now: () => new Date() },
  async run(actor, { raterId, everywhere }, deps): Promise<{ name: string; imports: number }> {
    const rater = await findImportedRater(raterId);
    if (!rater) throw new AppError("NOT_FOUND", "There is no such rater.");
    return { name: rater.name, imports: await includeRaterRows(actor, rater, { at: deps.now(), everywhere }) };
  },
});
