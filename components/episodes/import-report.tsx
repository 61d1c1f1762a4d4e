import { type OutcomeWord, ReportLines } from "#components/imports/report-lines.tsx";
import { Link } from "#components/ui/link.tsx";
import type { ReportLine } from "#lib/domain/episodes/import/report-line.ts";

const OUTCOMES: Record<string, OutcomeWord> = {
  accepted: { word: "Accepted", tone: "ok" },
  unchanged: { word: "Unchanged", tone: "plain" },
  conflict: { word: "Conflict", tone: "warn" },
  refused: { word: "Refused", tone: "bad" },
};
const KINDS: Record<string, string> = {
  episode: "episode",
  "agent-profile": "character",
  scenario: "scenario",
  relationship: "relationship",
  "scenario-combo": "scenario with characters",
};

/** Where a record can be read, if it has a page of its own. */
function hrefOf(line: ReportLine): string | null {
  if (line.recordId === null) return null;
  if (line.kind === "episode") return `/episodes/${line.recordId}`;
  return line.kind === "scenario" ? `/scenarios/${line.recordId}` : null;
}

/** The report of an import of episodes, record by record. */
export function ImportReport({ lines }: { lines: readonly ReportLine[] }) {
  return (
    <ReportLines
      lines={lines}
      outcomes={OUTCOMES}
      head="Record"
      nameOf={(line) => <RecordName line={line} />}
      markOf={(line) => (line.isRepaired ? "Repaired" : null)}
    />
  );
}

function RecordName({ line }: { line: ReportLine }) {
  const href = hrefOf(line);
  return (
    <>
      {href ? (
        <Link href={href} className="link">
          {line.sourceId}
        </Link>
      ) : (
        <span>{line.sourceId}</span>
      )}
      <span className="block text-xs text-ink-2">{KINDS[line.kind] ?? ""}</span>
    </>
  );
}
