import { Link } from "#components/ui/link.tsx";
import type { WarnedItem } from "#lib/domain/studies/item-warnings.ts";

/** Items that a warning names: which episode each is, and why, or the places to read in it. */
export function WarnedItemList({ items }: { items: readonly WarnedItem[] }) {
  return (
    <ol className="divide-y divide-line border-line border-y text-sm">
      {items.map((item) => (
        <li key={item.episodeId} className="py-3">
          <p>
            <span className="text-ink-2">Item {item.position}:</span>{" "}
            <Link className="link" href={`/episodes/${item.episodeId}`}>
              <bdi>{item.label}</bdi>
            </Link>{" "}
            <span className="font-mono text-xs text-ink-2 [overflow-wrap:anywhere]">{item.sourceId}</span>
          </p>
          {item.note ? <p className="mt-0.5 max-w-[68ch] text-ink-2">{item.note}</p> : null}
          {item.places.map(({ turn, excerpt }) => (
            <p key={turn} className="mt-1.5 max-w-[68ch]">
              <Link className="link" href={`/episodes/${item.episodeId}#turn-${turn}`}>
                Turn {turn}
              </Link>
              :{" "}
              <span className="font-text">
                “<bdi>{excerpt}</bdi>”
              </span>
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}
