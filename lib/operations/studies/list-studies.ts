import { z } from "zod";
import { getDb } from "#lib/store/db.ts";
import { listStudySummaries } from "#lib/store/study-lists.ts";
import { defineOperation } from "../define-operation.ts";

const cursorSchema = z.object({ createdAt: z.coerce.date(), id: z.string() });

/** Studies, newest first, a page at a time; `next` starts the following page and is null on the last one. */
export const listStudies = defineOperation({
  name: "studies/list-studies",
  permission: "studies.read",
  input: z.object({ limit: z.int().min(1).max(200).default(50), after: cursorSchema.nullable().default(null) }),
  deps: {},
  run: async (_actor, { limit, after }) => {
    const rows = await listStudySummaries(getDb(), { limit: limit + 1, after });
    const studies = rows.slice(0, limit);
    const last = studies.at(-1);
    return { studies, next: rows.length > limit && last ? { createdAt: last.createdAt, id: last.id } : null };
  },
});
