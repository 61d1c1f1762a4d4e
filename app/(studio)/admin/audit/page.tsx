import type { Metadata } from "next";
import { AuditFilter, type AuditFilterValues } from "#components/admin/audit-filter.tsx";
import { AuditTable } from "#components/admin/audit-table.tsx";
import { SettingsHeader } from "#components/admin/settings-header.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { listAuditEntries } from "#lib/operations/audit/list-audit-entries.ts";
import { requireUser } from "#lib/web/current-actor.ts";
import { orNotFound } from "#lib/web/or-not-found.ts";

export const metadata: Metadata = { title: "Audit log" };

type Search = AuditFilterValues & { cursor?: string };

/** Only the fields of the filter that were given, and of repeated ones the first. */
function readSearch(raw: Record<string, string | string[] | undefined>): Search {
  const names = ["action", "actor", "from", "to", "subject", "cursor"] as const;
  const entries = names.map((name) => [name, [raw[name]].flat()[0] || undefined] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function hrefOf(search: Search): string {
  const query = new URLSearchParams(Object.entries(search).filter((entry) => entry[1] !== undefined)).toString();
  return query ? `/admin/audit?${query}` : "/admin/audit";
}

/** Who did what: filtered, newest first, page by page. Administrators only. */
export default async function AuditPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[]>>;
}) {
  const actor = await requireUser();
  const search = readSearch(await searchParams);
  const { action, actor: actorId, from, to, subject: subjectId, cursor } = search;
  const page = await orNotFound(listAuditEntries(actor, { action, actorId, from, to, subjectId, cursor }));
  return (
    <>
      <SettingsHeader current="/admin/audit" facts="Lines are only ever added; nobody can change or remove one." />
      <AuditFilter key={hrefOf(search)} values={search} actions={page.actions} actors={page.actors} />
      {page.entries.length > 0 ? (
        <AuditTable lines={page.entries} />
      ) : (
        <EmptyState title="Nothing matches" action={<ButtonLink href="/admin/audit">Show everything</ButtonLink>}>
          <p>No line of the log fits this filter.</p>
        </EmptyState>
      )}
      <Pager
        firstHref={cursor ? hrefOf({ ...search, cursor: undefined }) : null}
        nextHref={page.next ? hrefOf({ ...search, cursor: page.next }) : null}
      />
    </>
  );
}
