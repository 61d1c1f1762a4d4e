import { WarnedItemList } from "#components/studies/warned-item-list.tsx";
import { WARNING_WORDS } from "#components/studies/warning-words.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { formatInteger } from "#components/ui/format.ts";
import { Link } from "#components/ui/link.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { TabsNav } from "#components/ui/tabs-nav.tsx";
import { WARNING_KINDS, type WarningKind } from "#lib/domain/studies/item-warnings.ts";
import { getItemWarnings } from "#lib/operations/study-items/get-item-warnings.ts";
import { listWarnedItems } from "#lib/operations/study-items/list-warned-items.ts";
import { placeInList } from "#lib/web/place-in-list.ts";
import { loadStudy, type StudyParams } from "../../study.ts";

export const metadata = { title: "Worth a look" };

type Query = Promise<{ kind?: string | string[]; after?: string | string[] }>;

function isKind(text: unknown): text is WarningKind {
  return WARNING_KINDS.some((kind) => kind === text);
}

/** The items of a study that are worth a look, kind by kind, a page at a time. */
export default async function ItemWarningsPage({ params, searchParams }: StudyParams & { searchParams: Query }) {
  const { actor, study } = await loadStudy((await params).studyId);
  const query = await searchParams;
  const counts = await getItemWarnings(actor, { studyId: study.id });
  const kind = isKind(query.kind) ? query.kind : (WARNING_KINDS.find((name) => counts[name] > 0) ?? "self-naming");
  const after = placeInList(query.after);
  const { items, next } = await listWarnedItems(actor, { studyId: study.id, kind, after });
  const here = (name: WarningKind) => `/studies/${study.id}/items/warnings?kind=${name}`;
  const words = WARNING_WORDS[kind];
  return (
    <section aria-labelledby="warnings" className="max-w-[60rem]">
      <p className="mb-1 text-sm">
        <Link className="link" href={`/studies/${study.id}/items`}>
          All items
        </Link>
      </p>
      <h2 id="warnings" className="mb-3 text-lg">
        Worth a look in the items
      </h2>
      <TabsNav
        label="Kind of warning"
        current={here(kind)}
        tabs={WARNING_KINDS.map((name) => ({
          href: here(name),
          label: WARNING_WORDS[name].name,
          count: formatInteger(counts[name]),
        }))}
      />
      {counts[kind] === 0 ? (
        <EmptyState title="Nothing here">
          <p>No item of this study is like that.</p>
        </EmptyState>
      ) : (
        <>
          <p className="mb-4 max-w-[68ch] text-sm text-ink-2">
            {words.title(counts)}. {words.about}
          </p>
          <WarnedItemList items={items} />
          <Pager
            firstHref={after > 0 ? here(kind) : null}
            nextHref={next === null ? null : `${here(kind)}&after=${next}`}
          />
        </>
      )}
    </section>
  );
}
