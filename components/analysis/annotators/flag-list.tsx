import type { DimensionAnnotators } from "#lib/domain/analysis/findings/annotators.ts";
import { FLAG_WORDS } from "#lib/domain/analysis/tables/annotators.ts";

/** Annotators about whom two facts or more stand out. No fact decides by itself. */
export function FlagList({ part }: { part: DimensionAnnotators }) {
  const flagged = part.rows.filter((row) => row.flags.length >= 2);
  return (
    <section aria-label="Worth a look" className="max-w-[80ch] text-sm">
      <h3 className="text-lg">Worth a look</h3>
      {flagged.length === 0 ? (
        <p className="mt-1 text-ink-2">Nobody stands out in two ways on {part.dimension.name.toLowerCase()}.</p>
      ) : (
        <ul className="mt-1 flex flex-col gap-1">
          {flagged.map((row) => (
            <li key={row.raterKey}>
              <bdi className="font-medium">{row.name}</bdi>{" "}
              <span className="text-ink-2">{row.flags.map((flag) => FLAG_WORDS[flag]).join(", ")}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-1 text-ink-2">
        None of this decides by itself. Read some of their reasons before excluding anybody.
      </p>
    </section>
  );
}
