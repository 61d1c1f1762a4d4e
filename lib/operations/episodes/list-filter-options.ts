import { z } from "zod";
import { listFilterOptions as listStoredOptions } from "#lib/store/episodes.ts";
import { defineOperation } from "../define-operation.ts";

/** The policies, scenarios, tags and source files that a filter can choose from. */
export const listFilterOptions = defineOperation({
  name: "episodes/list-filter-options",
  permission: "episodes.read",
  input: z.object({}),
  deps: {},
  run: () => listStoredOptions(),
});
