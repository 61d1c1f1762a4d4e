import type { ReactNode } from "react";
import { Callout } from "#components/ui/callout.tsx";
import { formatInteger } from "#components/ui/format.ts";
import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { type ImportOverlap, isRevision, superfluousImport } from "#lib/domain/rating-imports/import-overlap.ts";

/** How many of the shared ratings say something else, as the end of a sentence. */
function differWords({ shared, differing }: ImportOverlap): string {
  if (differing === 0) return shared === 1 ? "with the same score" : "all with the same scores";
  return `${formatInteger(differing)} with another score`;
}

/**
 * Says that another import holds the same ratings, as another state of one file does, and what can be done.
 * `remove` deletes the one of the two that may go, for those who may.
 */
export function OverlapNote({
  overlap,
  ratingCount,
  remove,
}: {
  overlap: ImportOverlap;
  ratingCount: number;
  remove?: ReactNode;
}) {
  const { importId, fileName, createdAt, shared } = overlap;
  const { because } = superfluousImport(overlap, ratingCount);
  const title = isRevision(shared, ratingCount, overlap.ratingCount)
    ? "This looks like another state of a file that is here"
    : "Some of these ratings are in another file as well";
  return (
    <Callout tone="warn" title={title}>
      <p>
        {formatInteger(shared)} of {formatInteger(ratingCount)} ratings are also in{" "}
        <Link className="link [overflow-wrap:anywhere]" href={`/ratings/${importId}`}>
          {fileName}
        </Link>
        , which holds {formatInteger(overlap.ratingCount)} and was imported <RelativeTime at={createdAt} />: the same
        rater, item and dimension, {differWords(overlap)}.
      </p>
      <p className="mt-1">
        An analysis that reads both files counts these ratings twice. Choose one of the two there
        {remove
          ? because === "adds-nothing"
            ? ", or delete the one that adds nothing:"
            : ", or delete the older one:"
          : "."}
      </p>
      {remove ? <div className="mt-2">{remove}</div> : null}
    </Callout>
  );
}
