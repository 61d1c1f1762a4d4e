import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { findImport } from "#lib/store/imports.ts";
import { defineOperation } from "../define-operation.ts";
import { type ImportView, toImportView } from "./import-view.ts";

/** One import with its counts and speed. Throws `NOT_FOUND`. */
export const getImport = defineOperation({
  name: "imports/get-import",
  permission: "episodes.read",
  input: z.object({ importId: z.string().min(1) }),
  deps: { now: () => new Date() },
  async run(_actor, { importId }, deps): Promise<ImportView> {
    const row = await findImport(importId);
    if (!row) throw new AppError("NOT_FOUND", "There is no such import.");
    return toImportView(row, deps.now());
  },
});
