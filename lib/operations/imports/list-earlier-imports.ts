import { z } from "zod";
import { type EarlierImport, listEarlierImports as listStored } from "#lib/store/imports.ts";
import { defineOperation } from "../define-operation.ts";

/** With which imports the episodes came that this one's file brought again; nothing for an import that is not there. */
export const listEarlierImports = defineOperation({
  name: "imports/list-earlier-imports",
  permission: "episodes.read",
  input: z.object({ importId: z.string().min(1) }),
  deps: {},
  run: (_actor, { importId }): Promise<EarlierImport[]> => listStored(importId),
});
