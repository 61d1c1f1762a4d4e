"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { useEffect } from "react";
import { TabsNav } from "#components/ui/tabs-nav.tsx";
import { VIEW_NAMES } from "#lib/domain/analysis/findings/views.ts";
import { useViewHref, withFilters } from "./frame/view-href.ts";
import { VIEW_WORDS, viewPath } from "./frame/view-words.ts";

/** The views of one analysis and all of them as a report; the chosen dimension and the filters go along from one to the next. */
export function AnalysisTabs({ analysisId }: { analysisId: string }) {
  const path = usePathname();
  const search = useSearchParams();
  const hrefOf = useViewHref(analysisId);
  const report = `/analysis/${analysisId}/report`;
  const tabs = [
    ...VIEW_NAMES.map((view) => ({
      href: hrefOf(view),
      label: VIEW_WORDS[view].tab,
      path: viewPath(analysisId, view),
    })),
    { href: withFilters(report, search), label: "Report", path: report },
  ];
  // On a narrow screen the row of views scrolls sideways, and the current one may lie outside.
  useEffect(() => {
    if (path)
      document
        .querySelector('nav[aria-label="Views"] [aria-current]')
        ?.scrollIntoView({ inline: "center", block: "nearest" });
  }, [path]);
  return <TabsNav label="Views" tabs={tabs} current={tabs.find((tab) => tab.path === path)?.href ?? ""} />;
}
