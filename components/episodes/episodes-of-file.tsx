import { Fragment } from "react";
import { formatInteger, plural } from "#components/ui/format.ts";
import { Link } from "#components/ui/link.tsx";

/** Episodes that were here before their file came, by the import with which they came; null for the demo's. */
export type EarlierEpisodes = { importId: string | null; fileName: string; episodes: number };

/** Files that are named; the rest is only counted. */
const NAMED = 5;

/** Where the episodes of a file are to be seen that were here already: they belong to the import that brought them. */
export function EpisodesHereAlready({ earlier }: { earlier: readonly EarlierEpisodes[] }) {
  const total = earlier.reduce((sum, { episodes }) => sum + episodes, 0);
  if (total === 0) return null;
  const rest = earlier.slice(NAMED).reduce((sum, { episodes }) => sum + episodes, 0);
  return (
    <p className="max-w-[70ch] text-sm text-ink-2 [overflow-wrap:anywhere]">
      {plural(total, "episode")} of this file {total === 1 ? "was" : "were"} here already:{" "}
      {earlier.slice(0, NAMED).map(({ importId, fileName, episodes }, at) => (
        <Fragment key={importId}>
          {at > 0 ? ", " : null}
          {earlier.length > 1 ? `${formatInteger(episodes)} ` : null}
          {importId === null ? (
            "from no file"
          ) : (
            <>
              from{" "}
              <Link className="link" href={`/episodes?import=${importId}`}>
                <bdi>{fileName}</bdi>
              </Link>
            </>
          )}
        </Fragment>
      ))}
      {rest > 0 ? `, ${formatInteger(rest)} from other files` : null}.
    </p>
  );
}
