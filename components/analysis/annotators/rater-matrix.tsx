"use client";
import { useIsOpen } from "#components/charts/figure/use-is-open.ts";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";
import type { DimensionAnnotators } from "#lib/domain/analysis/findings/annotators.ts";
import { numberText } from "../frame/figure-cells.ts";
import { pairOf, type RaterPair } from "./rater-pair.ts";

/** Above so many annotators the matrix would be a wall. */
const MOST_ANNOTATORS = 24;

/** Mean difference of each annotator (row) from each other one (column), with the number of common cells. */
export function RaterMatrix({ part }: { part: DimensionAnnotators }) {
  const [details, isOpen] = useIsOpen();
  const counted = part.rows.filter((row) => !row.isLeftOut);
  if (counted.length < 2 || part.pairs.length === 0) return null;
  const shown = counted.slice(0, MOST_ANNOTATORS);
  return (
    <details ref={details} className="[&:not([open])]:print:hidden">
      <summary className="text-sm text-ink-2 hover:text-ink">Annotator by annotator</summary>
      <p className="mt-1 mb-2 max-w-[75ch] text-sm text-ink-2">
        Mean difference row − column in points, and the number of cells that both rated. Blank below 5.
        {counted.length > shown.length ? ` The first ${shown.length} of ${counted.length} are shown.` : ""}
      </p>
      {isOpen ? <Matrix part={part} shown={shown} /> : null}
    </details>
  );
}

function Matrix({ part, shown }: { part: DimensionAnnotators; shown: DimensionAnnotators["rows"] }) {
  return (
    <Table label="Mean difference of annotators from each other">
      <thead>
        <tr>
          <Th>Annotator</Th>
          {shown.map((row) => (
            <Th key={row.raterKey} numeric>
              <bdi>{row.name}</bdi>
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((row, index) => (
          <Tr key={row.raterKey}>
            <Td className="font-medium">
              <bdi>{row.name}</bdi>
            </Td>
            {shown.map((other, column) => (
              <Td key={other.raterKey} numeric className="whitespace-nowrap">
                <PairCell pair={pairOf(part.pairs, index, column)} />
              </Td>
            ))}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function PairCell({ pair }: { pair: RaterPair | undefined }) {
  if (!pair) return null;
  return (
    <>
      {numberText(pair.difference, { isSigned: true })} <span className="text-xs text-ink-2">({pair.common})</span>
    </>
  );
}
