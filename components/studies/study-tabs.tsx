"use client";
import { usePathname } from "next/navigation";
import { TabsNav } from "#components/ui/tabs-nav.tsx";

/** The pages of one study; a page below a tab marks that tab. */
export function StudyTabs({ studyId, isDraft, canWrite }: { studyId: string; isDraft: boolean; canWrite: boolean }) {
  const path = usePathname();
  const base = `/studies/${studyId}`;
  const tabs = [
    { href: base, label: isDraft ? "Before launch" : "Progress" },
    { href: `${base}/items`, label: "Items" },
    ...(isDraft ? [] : [{ href: `${base}/annotators`, label: "Annotators" }]),
    ...(isDraft ? [] : [{ href: `${base}/ratings`, label: "Ratings" }]),
    { href: `${base}/settings`, label: "Settings" },
    ...(canWrite ? [{ href: `${base}/preview`, label: "Preview" }] : []),
    ...(isDraft ? [] : [{ href: `${base}/export`, label: "Export" }]),
  ];
  const current = tabs.findLast((tab) => path === tab.href || path.startsWith(`${tab.href}/`));
  return <TabsNav label="Study" tabs={tabs} current={current?.href ?? base} />;
}
