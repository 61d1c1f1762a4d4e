"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { VIEW_NAMES } from "#lib/domain/analysis/findings/views.ts";
import { viewPath } from "./frame/view-words.ts";

/** One line of the list: its number, when and by whom it was saved, what it changed (null for the first). */
export type ListedVersion = { number: number; at: string; by: string | null; changed: string | null };

type Props = { analysisId: string; latest: number; changedAt: string; versions: readonly ListedVersion[] };

/** The version in the head of an analysis; opened, all versions, each with an address that keeps asking its question. */
export function VersionList({ analysisId, latest, changedAt, versions }: Props) {
  const search = useSearchParams();
  const shown = Number(search.get("version") ?? latest);
  const hrefOf = useVersionHref(analysisId, search.get("dimension"));
  return (
    <details className="open:basis-full">
      <summary className="w-fit rounded-control hover:text-ink">
        Version {latest}, changed <RelativeTime at={changedAt} />
      </summary>
      <ol
        aria-label="Versions of the question"
        className="mt-2 max-h-72 max-w-[75ch] overflow-y-auto rounded-surface border border-line bg-surface px-3 py-2 print:hidden"
      >
        {versions.map(({ number, at, by, changed }) => (
          <li key={number} className="flex flex-wrap items-baseline gap-x-2 py-1">
            <Link
              href={hrefOf(number)}
              aria-current={number === shown ? "true" : undefined}
              className="link aria-[current]:font-semibold"
            >
              Show version {number}
            </Link>
            <span className="[overflow-wrap:anywhere]">
              <RelativeTime at={at} />
              {by ? (
                <>
                  {" by "}
                  <bdi>{by}</bdi>
                </>
              ) : null}
              : {changed === null ? "first version" : `changed ${changed}`}
              {number === shown ? " (on the screen)" : ""}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** The address of a version on the view or report of the page; its own filters count there, and no tried ones. */
function useVersionHref(analysisId: string, dimension: string | null): (version: number) => string {
  const path = usePathname();
  const known = [...VIEW_NAMES, "report" as const].map((view) => viewPath(analysisId, view));
  const kept = new URLSearchParams(dimension ? { dimension } : {});
  return (version) => {
    kept.set("version", String(version));
    return `${known.includes(path) ? path : viewPath(analysisId, "overview")}?${kept}`;
  };
}
