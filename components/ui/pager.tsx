import { ButtonLink } from "./button.tsx";

/** Steps through a list by keyset: back to the first page and on to the next one; nothing when there is one page. */
export function Pager({
  firstHref,
  nextHref,
  shown,
}: {
  firstHref: string | null;
  nextHref: string | null;
  shown?: string;
}) {
  if (!firstHref && !nextHref) return shown ? <p className="mt-3 text-sm text-ink-2">{shown}</p> : null;
  return (
    <nav aria-label="Pages" className="mt-4 flex flex-wrap items-center gap-3">
      {firstHref ? (
        <ButtonLink href={firstHref} size="sm">
          Back to the first page
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
