import { z } from "zod";
import { changesInWords } from "#lib/domain/analysis/question-changes.ts";
import { listAnalysisVersions } from "#lib/store/analysis-versions.ts";
import { defineOperation } from "../define-operation.ts";
import { requireAnalysis } from "./analysis-input.ts";

/** So many versions are listed; older ones keep their addresses. */
const MOST_VERSIONS = 100;

/**
 * The versions of an analysis, the newest first: number, time, by whom (null where nobody with an account saved it), and
 * what changed from the one before, null for the first. At most 100. Throws `NOT_FOUND`.
 */
export const listVersions = defineOperation({
  name: "analysis/list-versions",
  permission: "analyses.read",
  input: z.object({ analysisId: z.string().min(1).max(100) }),
  deps: {},
  run: async (_actor, { analysisId }) => {
    const { id } = await requireAnalysis({ analysisId });
    // One more than is listed, as the last one is compared with it.
    const versions = await listAnalysisVersions(id, MOST_VERSIONS + 1);
    return versions.slice(0, MOST_VERSIONS).map(({ number, createdAt, createdBy, question }, place) => {
      const before = versions[place + 1]?.question;
      return { number, createdAt, createdBy, changed: before ? changesInWords(before, question) : null };
    });
  },
});
