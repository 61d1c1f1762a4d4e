import { ButtonLink } from "#components/ui/button.tsx";

/** Steps through a list in both directions by keyset; nothing when everything is on one page. */
export function ListPager({
  firstHref,
  previousHref,
  nextHref,
}: {
  firstHref: string | null;
  previousHref: string | null;
  nextHref: string | null;
}) {
  if (!firstHref && !previousHref && !nextHref) return null;
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
    </nav>
  );
}
