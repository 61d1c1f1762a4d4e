import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { type DemoRemoval, deleteDemo, listStudiesQualifiedByDemo } from "#lib/store/demo.ts";
import { defineOperation } from "../define-operation.ts";

/**
 * Removes the demo data in one step and says what stayed. Own data is never touched.
 * Throws `CONFLICT` while a study of one's own admits only those who completed a demo pilot.
 */
export const removeDemo = defineOperation({
  name: "demo/remove-demo",
  permission: "demo.remove",
  input: z.object({}),
  deps: {},
  run: async (actor): Promise<DemoRemoval> =>
    getDb().$transaction(async (tx) => {
      const dependent = await listStudiesQualifiedByDemo(tx);
      if (dependent.length > 0) {
        throw new AppError(
          "CONFLICT",
          `Nothing was removed: ${dependent.map((name) => `“${name}”`).join(", ")} admits only people who completed a demo pilot.`,
        );
      }
      const removal = await deleteDemo(tx);
      await recordAudit(tx, { actor, action: "demo.remove", subjectKind: "demo", subjectId: "demo", after: removal });
      return removal;
    }),
});
