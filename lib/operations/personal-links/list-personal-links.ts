import { z } from "zod";
import { getDb } from "#lib/store/db.ts";
import { listPersonalLinks as listLinks } from "#lib/store/personal-links.ts";
import { defineOperation } from "../define-operation.ts";

/** The personal links of a study. Whoever holds one can rate as that person, so reading them needs the right to write. */
export const listPersonalLinks = defineOperation({
  name: "personal-links/list-personal-links",
  permission: "studies.write",
  input: z.object({ studyId: z.string() }),
  deps: {},
  run: async (_actor, { studyId }) => listLinks(getDb(), studyId),
});
