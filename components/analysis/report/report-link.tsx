"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { Link } from "#components/ui/link.tsx";
import { withFilters } from "../frame/view-href.ts";
import { viewPath } from "../frame/view-words.ts";

/** The way to the report, under the filters of the page; on the report itself its name. */
export function ReportLink({ analysisId }: { analysisId: string }) {
  const path = viewPath(analysisId, "report");
  const search = useSearchParams();
  if (usePathname() === path)
    return (
      <span aria-current="page" className="print:hidden">
        All views as one report
      </span>
    );
  return (
    // Each filter changes its address: fetching it ahead would make the answer to the filter wait.
    <Link href={withFilters(path, search)} className="link print:hidden">
      All views as one report
    </Link>
  );
}
