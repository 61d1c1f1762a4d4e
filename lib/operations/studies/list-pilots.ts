import { z } from "zod";
import { getDb } from "#lib/store/db.ts";
import { listPilots as listPilotRows } from "#lib/store/study-lists.ts";
import { defineOperation } from "../define-operation.ts";

/** Pilots that an official study may ask for, newest first, with how many people passed each. */
export const listPilots = defineOperation({
  name: "studies/list-pilots",
  permission: "studies.read",
  input: z.object({}),
  deps: {},
  run: async () => listPilotRows(getDb()),
});
