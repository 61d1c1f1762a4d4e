import type { ReactNode } from "react";
import { PageHeader } from "#components/ui/page-header.tsx";
import { TabsNav } from "#components/ui/tabs-nav.tsx";

const TABS = [
  { href: "/admin/people", label: "People" },
  { href: "/admin/audit", label: "Audit log" },
];

/** The head of every settings page, with the tabs between them. */
export function SettingsHeader({ current, facts }: { current: string; facts: ReactNode }) {
  return (
    <>
      <PageHeader title="Settings" facts={facts} />
      <TabsNav label="Settings" tabs={TABS} current={current} />
    </>
  );
}
