import { NO_VALUE } from "#components/ui/format.ts";
import { figureText } from "#lib/domain/analysis/replication/cells.ts";
import { asPrinted } from "#lib/domain/analysis/replication/printed.ts";
import type { Comparison, ReplicationCell } from "#lib/domain/analysis/replication/replication.ts";

/** The sign after a recomputed figure, and what it says. */
const SIGNS: Record<Comparison, { sign: string; words: string } | null> = {
  same: { sign: "=", words: "same as published" },
  different: { sign: "≠", words: "not the published figure" },
  missing: null,
  unpublished: null,
};

/**
 * How the parts of a cell look, said once for a whole table because it has hundreds of them: the sign (`i`) stands beside
 * the number, so that numbers stay aligned with and without it; the interval (`small`) below.
 */
export const CELL_LOOKS =
  "[&_td]:relative [&_td]:py-1.5 [&_td]:pr-6 [&_td]:pl-2 [&_td]:text-right [&_td]:align-top [&_td]:whitespace-nowrap [&_td]:tabular-nums [&_i]:absolute [&_i]:top-1.5 [&_i]:right-2 [&_i]:font-normal [&_i]:text-ink-3 [&_i]:not-italic [&_small]:block [&_small]:text-xs [&_small]:text-ink-2";

/** One number of the replication: with its sign where it repeats a published one, with its interval where it has one. */
export function FigureCell({ cell }: { cell: ReplicationCell }) {
  const { value, digits, interval, comparison, reason } = cell;
  const sign = comparison ? SIGNS[comparison] : null;
  return (
    <td title={value === null && reason !== "" ? reason : undefined}>
      {value === null ? <Absence cell={cell} /> : figureText({ ...cell, value })}
      {sign ? (
        <>
          <i aria-hidden="true">{sign.sign}</i>
          <span className="sr-only"> {sign.words}</span>
        </>
      ) : null}
      {interval ? (
        <small>
          [{asPrinted(interval[0], digits)}, {asPrinted(interval[1], digits)}]
        </small>
      ) : null}
    </td>
  );
}

/** The reason is read out in the sentences below the table, so that a row of dots does not repeat it in every cell. */
function Absence({ cell: { comparison, reason } }: { cell: ReplicationCell }) {
  const isMissing = comparison === "missing" || reason.includes("among the files");
  return (
    <>
      <span aria-hidden="true">{isMissing ? "·" : NO_VALUE}</span>
      <span className="sr-only">{isMissing ? "cannot be computed" : `none: ${reason || "not given"}`}</span>
    </>
  );
}
