import { z } from "zod";
import { listAnalysisSources } from "#lib/store/analysis-sources.ts";
import { defineOperation } from "../define-operation.ts";

/** What an analysis can read from: studies with submitted annotations, finished rating imports, judges of episodes. */
export const listSources = defineOperation({
  name: "analysis/list-sources",
  permission: "analyses.read",
  input: z.object({}),
  deps: {},
  run: async () => listAnalysisSources(),
});
