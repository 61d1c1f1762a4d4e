import { ButtonLink } from "./button.tsx";

/**
 * Steps through a list by keyset: to its first page, to the next one, and back by one where the list can. Nothing when
 * there is one page; `shown` says how much there is in any case.
 */
export function Pager({
  firstHref,
  previousHref = null,
  nextHref,
  shown,
}: {
  firstHref: string | null;
  previousHref?: string | null;
  nextHref: string | null;
  shown?: string;
}) {
  if (!firstHref && !previousHref && !nextHref)
    return shown ? <p className="mt-3 text-sm text-ink-2">{shown}</p> : null;
  return (
    <nav aria-label="Pages" className="mt-4 flex flex-wrap items-center gap-3">
      {firstHref ? (
        <ButtonLink href={firstHref} size="sm" variant="quiet">
          First page
        </ButtonLink>
      ) : null}
      {previousHref ? (
        <ButtonLink href={previousHref} size="sm" rel="prev">
          Previous page
        </ButtonLink>
      ) : null}
      {nextHref ? (
        <ButtonLink href={nextHref} size="sm" rel="next">
          Next page
        </ButtonLink>
      ) : null}
      {shown ? <span className="text-sm text-ink-2">{shown}</span> : null}
    </nav>
  );
}
