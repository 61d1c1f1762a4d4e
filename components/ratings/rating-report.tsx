import { formatInteger } from "#components/ui/format.ts";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";
import { Tag } from "#components/ui/tag.tsx";

/** One line of the report of an import of ratings. */
export type RatingReportRow = {
  record: number;
  line: number;
  outcome: string;
  itemKey: string;
  reason: string;
  excerpt: string;
};

const OUTCOMES: Record<string, { word: string; tone: "plain" | "ok" | "warn" | "bad" }> = {
  accepted: { word: "Taken, with a remark", tone: "ok" },
  partly: { word: "Taken in part", tone: "warn" },
  refused: { word: "Refused", tone: "bad" },
  duplicate: { word: "Repeats another", tone: "warn" },
  blank: { word: "Blank", tone: "plain" },
};

/** The records of which there is something to say, line by line. */
export function RatingReport({ rows }: { rows: readonly RatingReportRow[] }) {
  return (
    <Table label="Report">
      <thead>
        <tr>
          <Th numeric>Line</Th>
          <Th>Outcome</Th>
          <Th className="min-w-52">Item</Th>
          <Th className="min-w-72">Why</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const outcome = OUTCOMES[row.outcome] ?? { word: row.outcome, tone: "plain" as const };
          return (
            <Tr key={row.record}>
              <Td numeric className="text-ink-2">
                {formatInteger(row.line)}
              </Td>
              <Td>
                <Tag tone={outcome.tone}>{outcome.word}</Tag>
              </Td>
              <Td className="[overflow-wrap:anywhere]">{row.itemKey}</Td>
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
