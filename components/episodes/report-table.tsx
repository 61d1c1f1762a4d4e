import Link from "next/link";
import { formatInteger } from "#components/ui/format.ts";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";
import { Tag } from "#components/ui/tag.tsx";

/** One line of an import's report. */
export type ReportRow = {
  record: number;
  line: number;
  outcome: string;
  kind: string;
  sourceId: string;
  recordId: string | null;
  reason: string;
  isRepaired: boolean;
  excerpt: string;
};

const OUTCOMES: Record<string, { word: string; tone: "plain" | "ok" | "warn" | "bad" }> = {
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
function hrefOf(row: ReportRow): string | null {
  if (row.recordId === null) return null;
  if (row.kind === "episode") return `/episodes/${row.recordId}`;
  return row.kind === "scenario" ? `/scenarios/${row.recordId}` : null;
}

/** The report of an import, record by record: what became of each and why. */
export function ReportTable({ rows }: { rows: readonly ReportRow[] }) {
  return (
    <Table label="Report">
      <thead>
        <tr>
          <Th numeric>Line</Th>
          <Th>Outcome</Th>
          <Th className="min-w-52">Record</Th>
          <Th className="min-w-72">Why</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const outcome = OUTCOMES[row.outcome] ?? { word: row.outcome, tone: "plain" as const };
          const href = hrefOf(row);
          return (
            <Tr key={row.record}>
              <Td numeric className="text-ink-2">
                {formatInteger(row.line)}
              </Td>
              <Td>
                <span className="flex flex-wrap gap-1.5">
                  <Tag tone={outcome.tone}>{outcome.word}</Tag>
                  {row.isRepaired ? <Tag>Repaired</Tag> : null}
                </span>
              </Td>
              <Td>
                {href ? (
                  <Link href={href} className="link [overflow-wrap:anywhere]">
                    {row.sourceId}
                  </Link>
                ) : (
                  <span className="[overflow-wrap:anywhere]">{row.sourceId}</span>
                )}
                <span className="block text-xs text-ink-2">{KINDS[row.kind] ?? ""}</span>
              </Td>
              <Td className="max-w-[65ch]">
                {row.reason}
                {row.excerpt ? (
                  <code className="mt-1.5 block rounded-control bg-sunken px-2 py-1 font-mono text-xs [overflow-wrap:anywhere]">
                    {row.excerpt}
                  </code>
                ) : null}
              </Td>
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}
