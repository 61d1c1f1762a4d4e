import { ActionForm } from "#components/forms/action-form.tsx";
import type { SendForm } from "#components/forms/form-values.ts";
import { formatInteger } from "#components/ui/format.ts";
import { Link } from "#components/ui/link.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { ConflictKind, ImportConflict, VersionDifference } from "#lib/domain/episodes/import-conflicts.ts";
import { RECORD_WORDS, STANDING_WORDS } from "./conflict-words.ts";

/** Where a version can be read, if its kind has pages. */
function hrefOf(kind: ConflictKind, id: string): string | null {
  if (kind === "episode") return `/episodes/${id}`;
  return kind === "scenario" ? `/scenarios/${id}` : null;
}

type Props = {
  importId: string;
  conflicts: readonly ImportConflict[];
  /** Absent for somebody who may only read. */
  decide?: SendForm | undefined;
};

/** The conflicts of an imported file one by one: what differs, where each stands, and what can be done about it. */
export function ImportConflicts({ importId, conflicts, decide }: Props) {
  return (
    <ol aria-label="Conflicts" className="divide-y divide-line border-line border-y">
      {conflicts.map((conflict) => (
        <li key={conflict.record} className="py-4">
          <ConflictHead conflict={conflict} />
          <Differences differences={conflict.differences} />
          {decide ? <Decide importId={importId} conflict={conflict} decide={decide} /> : null}
        </li>
      ))}
    </ol>
  );
}

function ConflictHead({
  conflict: { line, kind, sourceId, standing, olderId, newerId },
}: {
  conflict: ImportConflict;
}) {
  const { word, tone } = STANDING_WORDS[standing];
  const [older, newer] = [hrefOf(kind, olderId), hrefOf(kind, newerId)];
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <span className="text-ink-2">
        Line {formatInteger(line)}, {RECORD_WORDS[kind]}
      </span>
      <span className="font-mono text-xs [overflow-wrap:anywhere]">{sourceId}</span>
      <Tag tone={tone}>{word}</Tag>
      {older && newer ? (
        <span>
          <Link className="link" href={older}>
            Older version
          </Link>{" "}
          ·{" "}
          <Link className="link" href={newer}>
            Newer version
          </Link>
        </span>
      ) : null}
    </div>
  );
}

function Differences({ differences }: { differences: readonly VersionDifference[] }) {
  if (differences.length === 0) {
    return (
      <p className="mt-2 text-sm text-ink-2">
        They differ in none of the fields that are compared here. The raw records tell the rest.
      </p>
    );
  }
  return (
    <dl className="mt-2 grid gap-x-6 gap-y-2 text-sm lg:grid-cols-2">
      {differences.map(({ field, older, newer }) => (
        <div key={field} className="min-w-0">
          <dt className="font-semibold first-letter:uppercase">{field}</dt>
          <dd className="[overflow-wrap:anywhere]">
            <span className="text-ink-2">Older:</span> {older || <i className="text-ink-2">nothing</i>}
          </dd>
          <dd className="[overflow-wrap:anywhere]">
            <span className="text-ink-2">Newer:</span> {newer || <i className="text-ink-2">nothing</i>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Decide({ importId, conflict, decide }: { importId: string; conflict: ImportConflict; decide: SendForm }) {
  const { record, standing, isReversible } = conflict;
  const fields = { importId, record: String(record) };
  if (!isReversible) {
    return (
      <p className="mt-2 text-sm text-ink-2">A study that was launched since goes by this decision, so it stays.</p>
    );
  }
  return (
    <div className="mt-3 flex flex-wrap gap-3">
      {standing === "newer" ? null : (
        <ActionForm inRow size="sm" send={decide} fields={{ ...fields, keep: "newer" }} label="Keep the newer" />
      )}
      {standing === "older" ? null : (
        <ActionForm inRow size="sm" send={decide} fields={{ ...fields, keep: "older" }} label="Keep the older" />
      )}
      {standing === "undecided" ? null : (
        <ActionForm
          inRow
          size="sm"
          variant="quiet"
          send={decide}
          fields={{ ...fields, keep: "undecided" }}
          label="Take the decision back"
        />
      )}
    </div>
  );
}
