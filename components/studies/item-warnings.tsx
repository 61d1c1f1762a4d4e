import { plural } from "#components/ui/format.ts";
import { Link } from "#components/ui/link.tsx";
import { WARNING_KINDS, type WarningCounts } from "#lib/domain/studies/item-warnings.ts";
import { WARNING_WORDS } from "./warning-words.ts";

/** What the items have in them that a researcher should know, kind by kind, each leading to its list. */
export function ItemWarnings({ studyId, counts }: { studyId: string; counts: WarningCounts }) {
  const kinds = WARNING_KINDS.filter((kind) => counts[kind] > 0);
  return (
    <div className="flex flex-col gap-3">
      {kinds.length > 0 ? (
        <ul className="divide-y divide-line rounded-surface border border-warn/60 bg-surface px-4 text-sm">
          {kinds.map((kind) => (
            <li key={kind} className="py-3">
              <Link className="link font-semibold" href={`/studies/${studyId}/items/warnings?kind=${kind}`}>
                {WARNING_WORDS[kind].title(counts)}
              </Link>
              <p className="mt-1 text-ink-2">{WARNING_WORDS[kind].about}</p>
            </li>
          ))}
        </ul>
      ) : null}
      {counts.unsearched > 0 ? (
        <p className="text-sm text-ink-2">
          {plural(counts.unsearched, "transcript")} {counts.unsearched === 1 ? "has" : "have"} not been looked through
          for self-naming yet. That happens in the background within some minutes.
        </p>
      ) : null}
    </div>
  );
}
