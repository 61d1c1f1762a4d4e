import type { ReactNode } from "react";
import { formatInteger } from "#components/ui/format.ts";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";
import { Tag, type TagTone } from "#components/ui/tag.tsx";

/** What became of a record, as a word with the colour of its mark. */
export type OutcomeWord = { word: string; tone: TagTone };

/** What every line of a report has: place in the file, outcome, and why with the beginning of the record. */
export type ReportedLine = { record: number; line: number; outcome: string; reason: string; excerpt: string };

type Props<Line> = {
  lines: readonly Line[];
  outcomes: Readonly<Record<string, OutcomeWord>>;
  /** Head of the column that names the record. */
  head: string;
  nameOf: (line: Line) => ReactNode;
  /** A further mark beside the outcome. */
  markOf?: (line: Line) => string | null;
};

/** The report of an import, line by line: what became of each record and why. */
export function ReportLines<Line extends ReportedLine>({ lines, outcomes, head, nameOf, markOf }: Props<Line>) {
  return (
    <Table label="Report" isStacked>
      <thead>
        <tr>
          <Th numeric>Line</Th>
          <Th>Outcome</Th>
          <Th className="min-w-52">{head}</Th>
          <Th className="min-w-72">Why</Th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const outcome = outcomes[line.outcome] ?? { word: line.outcome, tone: "plain" };
          const mark = markOf?.(line);
          return (
            <Tr key={line.record}>
              <Td numeric data-short className="text-ink-2">
                <span className="sm:hidden">Line </span>
                {formatInteger(line.line)}
              </Td>
              <Td data-short>
                <span className="flex flex-wrap gap-x-1.5 gap-y-2.5">
                  <Tag tone={outcome.tone}>{outcome.word}</Tag>
                  {mark ? <Tag>{mark}</Tag> : null}
                </span>
              </Td>
              <Td className="[overflow-wrap:anywhere]">{nameOf(line)}</Td>
              <Td className="max-w-[65ch]">
                {line.reason}
                {line.excerpt ? <Excerpt text={line.excerpt} /> : null}
              </Td>
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}

function Excerpt({ text }: { text: string }) {
  return (
    <code className="mt-1.5 block rounded-control bg-sunken px-2 py-1 font-mono text-xs [overflow-wrap:anywhere]">
      {text}
    </code>
  );
}
