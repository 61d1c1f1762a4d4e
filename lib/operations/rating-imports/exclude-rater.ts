import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { excludeRaterRows, findImportedRater } from "#lib/store/rater-exclusions.ts";
import { defineOperation } from "../define-operation.ts";

/**
 * Takes a rater of an import out of the headline numbers, with a reason, here or in all imports that know the same
 * person or judge. Nothing is deleted; {@link includeRater} undoes it. Throws `NOT_FOUND`.
 */
export const excludeRater = defineOperation({
  name: "rating-imports/exclude-rater",
  permission: "ratings.exclude",
  input: z.object({
    raterId: z.coerce.number().int().min(1),
    reason: z.string().trim().min(3, "Say why, in a few words.").max(500),
    everywhere: z.boolean().default(false),
  }),
  deps: { now: () => new Date() },
  async run(actor, { raterId, reason, everywhere }, deps): Promise<{ name: string; imports: number }> {
    const rater = await findImportedRater(raterId);
    if (!rater) throw new AppError("NOT_FOUND", "There is no such rater.");
    const imports = await excludeRaterRows(actor, rater, { reason, at: deps.now(), everywhere });
    return { name: rater.name, imports };
  },
});
