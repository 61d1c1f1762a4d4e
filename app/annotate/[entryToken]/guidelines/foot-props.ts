import { guidelinePages } from "../guideline-pages.ts";
import type { VisitPage } from "../require-visit.ts";

/** Where a page of the guidelines leads on; `from` names the assignment and dimension that somebody came from. */
export function footProps({ visit, paths }: VisitPage, href: string, from: string | undefined) {
  const pages = guidelinePages(visit.study, paths);
  const index = pages.findIndex((page) => page.href === href);
  const isFirstReading = visit.stage === "guidelines";
  return {
    back: pages[index - 1] ?? { href: paths.guidelines, label: "Overview" },
    next: pages[index + 1] ?? null,
    finish: isFirstReading ? paths.api("guidelines") : null,
    resume: isFirstReading ? null : resumeAddress(from, paths),
  };
}

/** `from` is `rate/ASSIGNMENT/DIMENSION` or `practice/DIMENSION`; anything else leads to where the visit stands. */
function resumeAddress(from: string | undefined, paths: VisitPage["paths"]): string {
  return from && /^(rate\/[\w-]+|practice)\/[\w-]+$/.test(from) ? `${paths.base}/${from}#rating` : paths.start;
}
