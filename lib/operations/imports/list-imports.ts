import { z } from "zod";
import { listImports as listStoredImports } from "#lib/store/imports.ts";
import { defineOperation } from "../define-operation.ts";
import { type ImportView, toImportView } from "./import-view.ts";

/** The newest imports. `before` is the id of the last one of the page before; `next` is the one to go on with. */
export const listImports = defineOperation({
  name: "imports/list-imports",
  permission: "episodes.read",
  input: z.object({ limit: z.int().min(1).max(100).default(20), before: z.string().optional() }),
  deps: { now: () => new Date() },
  async run(_actor, { limit, before }, deps): Promise<{ imports: ImportView[]; next: string | null }> {
    const rows = await listStoredImports(limit + 1, before);
    const shown = rows.slice(0, limit);
    return {
      imports: shown.map((row) => toImportView(row, deps.now())),
      next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    };
  },
});
