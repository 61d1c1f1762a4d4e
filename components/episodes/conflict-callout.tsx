import { ActionForm } from "#components/forms/action-form.tsx";
import type { SendForm } from "#components/forms/form-values.ts";
import { Callout } from "#components/ui/callout.tsx";
import { Link } from "#components/ui/link.tsx";

/** One of several records that share a source id. */
export type VersionLink = { id: string; variant: number; conflictState: string | null; sourceFile: string };

const STATES: Record<string, string> = { chosen: "chosen", "set-aside": "set aside", kept: "kept", open: "undecided" };

/**
 * Tells that several records have this source id and differ, links them, and lets a researcher decide. Without
 * `decide` (somebody who may only read) it tells and links.
 */
export function ConflictCallout({
  episode,
  others,
  decide,
}: {
  episode: VersionLink;
  others: readonly VersionLink[];
  decide?: SendForm | undefined;
}) {
  if (episode.conflictState === null) return null;
  const isOpen = episode.conflictState === "open";
  const { id } = episode;
  return (
    <Callout
      tone={isOpen ? "warn" : "note"}
      title={isOpen ? "Several records have this source id" : `This version is ${STATES[episode.conflictState]}`}
    >
      <p>
        {isOpen
          ? "They differ, so all of them are kept apart until you decide. Compare them first:"
          : "Other versions with the same source id:"}
      </p>
      <ul className="mt-1.5 list-disc pl-5">
        <li>
          version {episode.variant + 1}, this one, from {episode.sourceFile}
        </li>
        {others.map((other) => (
          <li key={other.id}>
            <Link href={`/episodes/${other.id}`} className="link">
              version {other.variant + 1}
            </Link>{" "}
            from {other.sourceFile} ({STATES[other.conflictState ?? "open"]})
          </li>
        ))}
      </ul>
      {decide ? (
        <div className="mt-3 flex flex-wrap gap-3">
          {episode.conflictState === "chosen" ? null : (
            <ActionForm
              inRow
              size="sm"
              send={decide}
              fields={{ episodeId: id, keep: "this" }}
              label="Keep only this version"
            />
          )}
          {episode.conflictState === "kept" ? null : (
            <ActionForm
              inRow
              size="sm"
              send={decide}
              fields={{ episodeId: id, keep: "all" }}
              label="Keep all versions"
            />
          )}
        </div>
      ) : null}
      <p className="mt-2 text-xs text-ink-2">What is set aside stays readable but leaves the list and new studies.</p>
    </Callout>
  );
}
