"use client";
import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { TabsNav } from "#components/ui/tabs-nav.tsx";
import { VIEW_NAMES } from "#lib/domain/analysis/findings/views.ts";
import { useViewHref } from "./frame/view-href.ts";
import { VIEW_WORDS, viewPath } from "./frame/view-words.ts";

/** The views of one analysis; the chosen dimension and the filters go along from one to the next. */
export function AnalysisTabs({ analysisId }: { analysisId: string }) {
  const path = usePathname();
  const hrefOf = useViewHref(analysisId);
  const tabs = VIEW_NAMES.map((view) => ({
    href: hrefOf(view),
    label: VIEW_WORDS[view].tab,
    path: viewPath(analysisId, view),
  }));
  // On a narrow screen the row of views scrolls sideways, and the current one may lie outside.
  useEffect(() => {
    if (path)
      document
        .querySelector('nav[aria-label="Views"] [aria-current]')
        ?.scrollIntoView({ inline: "center", block: "nearest" });
  }, [path]);
  return <TabsNav label="Views" tabs={tabs} current={tabs.find((tab) => tab.path === path)?.href ?? ""} />;
}
