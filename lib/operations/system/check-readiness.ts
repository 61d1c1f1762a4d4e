import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { pingDatabase } from "#lib/store/health.ts";
import { defineOperation } from "../define-operation.ts";

/** Whether requests can be served: the database answers. Throws `UNAVAILABLE` when it does not. */
export const checkReadiness = defineOperation({
  name: "system/check-readiness",
  permission: "entry",
  input: z.object({}),
  deps: { pingDatabase },
  run: async (_actor, _input, { pingDatabase }) => {
    try {
      await pingDatabase();
    } catch {
      throw new AppError(
        "UNAVAILABLE",
        "The database does not answer. What was saved is safe; this page works again as soon as the database does.",
        { retryAfterSeconds: 5 },
      );
    }
    return { status: "ready" as const };
  },
});
