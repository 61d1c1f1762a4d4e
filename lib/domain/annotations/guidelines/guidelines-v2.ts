import { GUIDELINES_V1 } from "./guidelines-v1.ts";
import type { Guidelines } from "./types.ts";
import { CHECK_V2 } from "./v2/check.ts";
import { OVERVIEW_V2 } from "./v2/overview.ts";

/**
 * The second version of the guidelines: overview, check and worked example say nothing of dimensions that a study does
 * not have. The rest is that of the first. Never edited once a study used it: a change of words is a new version.
 */
export const GUIDELINES_V2: Guidelines = {
  ...GUIDELINES_V1,
  version: "2",
  overview: OVERVIEW_V2,
  workedExample: {
    ...GUIDELINES_V1.workedExample,
    introduction:
      "Here is a whole conversation with scores and reasons, as a careful annotator gave them. A point more or less would be fine too. What counts is that each reason leads to its score.",
  },
  check: CHECK_V2,
};
