import { classNames } from "#components/ui/class-names.ts";
import { NO_VALUE } from "#components/ui/format.ts";
import { figureText } from "#lib/domain/analysis/replication/cells.ts";
import { asPrinted } from "#lib/domain/analysis/replication/printed.ts";
import type { Comparison, ReplicationCell, ReplicationLine } from "#lib/domain/analysis/replication/replication.ts";

/** The sign after a recomputed figure, and what it says. */
const SIGNS: Record<Comparison, { sign: string; words: string }> = {
  same: { sign: "=", words: "same as published" },
  different: { sign: "≠", words: "not the published figure" },
  missing: { sign: "", words: "" },
  unpublished: { sign: "", words: "" },
};

/** One number of the replication: with its sign where it repeats a published one, with its interval where it has one. */
export function FigureCell({ cell, kind }: { cell: ReplicationCell; kind: ReplicationLine["kind"] }) {
  const { value, digits, interval, comparison, reason } = cell;
  return (
    <td
      title={reason || undefined}
      className={classNames(
        "relative py-1.5 pr-6 pl-2 text-right align-top whitespace-nowrap tabular-nums",
        kind === "published" && "text-ink-2",
        kind === "recomputed" && "font-semibold",
      )}
    >
      {value === null ? <Absence cell={cell} /> : figureText({ ...cell, value })}
      {comparison ? <Sign comparison={comparison} /> : null}
      {interval ? (
        <span className="block text-xs text-ink-2">
          [{asPrinted(interval[0], digits)}, {asPrinted(interval[1], digits)}]
        </span>
      ) : null}
    </td>
  );
}

/** The sign stands beside the numbers, so that these stay aligned with and without it. */
function Sign({ comparison }: { comparison: Comparison }) {
  const { sign, words } = SIGNS[comparison];
  return (
    <span className="absolute top-1.5 right-2 font-normal text-ink-3">
      <span aria-hidden="true">{sign}</span>
      {words ? <span className="sr-only"> {words}</span> : null}
    </span>
  );
}

function Absence({ cell: { comparison, reason } }: { cell: ReplicationCell }) {
  const isMissing = comparison === "missing" || reason.includes("among the files");
  return (
    <>
      <span aria-hidden="true" className="text-ink-3">
        {isMissing ? "·" : NO_VALUE}
      </span>
      <span className="sr-only">{isMissing ? `cannot be computed: ${reason}` : `none: ${reason || "not given"}`}</span>
    </>
  );
}
