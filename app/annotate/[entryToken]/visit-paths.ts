import { dimensionSegment } from "#components/annotations/rating/go.ts";

/** Every address of one visit, in one place. All are below the study's own entry address, where its cookie is sent. */
export function visitPaths(entryToken: string) {
  const base = `/annotate/${encodeURIComponent(entryToken)}`;
  const rate = (assignmentId: string) => `${base}/rate/${encodeURIComponent(assignmentId)}`;
  return {
    base,
    start: `${base}/start`,
    noEntry: (why: NoEntryReason) => `${base}/no-entry?why=${why}`,
    consent: `${base}/consent`,
    guidelines: `${base}/guidelines`,
    guideline: (dimension: string) => `${base}/guidelines/${dimensionSegment(dimension)}`,
    workedExample: `${base}/guidelines/example`,
    check: `${base}/check`,
    practice: `${base}/practice`,
    practiceOn: (dimension: string) => `${base}/practice/${dimensionSegment(dimension)}`,
    next: `${base}/next`,
    rate,
    rateOn: (assignmentId: string, dimension: string) => `${rate(assignmentId)}/${dimensionSegment(dimension)}`,
    review: (assignmentId: string) => `${rate(assignmentId)}/review`,
    skip: (assignmentId: string) => `${rate(assignmentId)}/skip`,
    end: `${base}/end`,
    api: (name: string) => `${base}/api/${name}`,
  };
}

/** Why somebody stands before a closed door: ids of the panel, the link, cookies, or another browser. */
export type NoEntryReason = "panel" | "link" | "cookies" | "visit";
export const NO_ENTRY_REASONS: readonly NoEntryReason[] = ["panel", "link", "cookies", "visit"];
