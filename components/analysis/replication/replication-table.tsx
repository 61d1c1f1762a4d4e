import { Fragment } from "react";
import { classNames } from "#components/ui/class-names.ts";
import type {
  ReplicationGroup,
  ReplicationLine,
  ReplicationTable,
} from "#lib/domain/analysis/replication/replication.ts";
import { CELL_LOOKS, FigureCell } from "./replication-cell.tsx";

/**
 * One table of the paper: published figures, the same recomputed, and the corrected version below each other, one block
 * per condition or measure. The first column stays in view while the numbers scroll.
 */
export function FigureTable({ table }: { table: ReplicationTable }) {
  const label = `${table.name}: ${table.title}`;
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      className="relative overflow-x-auto rounded-surface border border-line bg-surface"
    >
      <table aria-label={label} className={`w-full border-collapse text-sm ${CELL_LOOKS}`}>
        <thead>
          <tr className="border-line border-b bg-sunken text-xs font-semibold text-ink-2">
            <th className="sticky left-0 z-10 bg-sunken" scope="col">
              <span className="sr-only">Line</span>
            </th>
            {table.columns.map((column) => (
              <th key={column.key} scope="col" className="py-2 pr-6 pl-2 text-right align-bottom">
                {column.label === column.name ? (
                  column.label
                ) : (
                  <abbr title={column.name} className="no-underline">
                    {column.label}
                  </abbr>
                )}
              </th>
            ))}
          </tr>
        </thead>
        {table.groups.map((group) => (
          <GroupBody key={group.key} group={group} width={table.columns.length + 1} />
        ))}
      </table>
    </section>
  );
}

function GroupBody({ group, width }: { group: ReplicationGroup; width: number }) {
  return (
    <tbody className="border-line border-b last:border-b-0">
      <tr>
        <th scope="rowgroup" colSpan={width} className="px-3 pt-2.5 pb-0.5 text-left font-semibold">
          <span className="sticky left-3">{group.label}</span>
        </th>
      </tr>
      {group.lines.map((line) => (
        <LineRow key={line.label} line={line} />
      ))}
    </tbody>
  );
}

const LINE_LOOKS: Record<ReplicationLine["kind"], string> = {
  published: "text-ink-2",
  recomputed: "font-semibold",
  corrected: "",
};

function LineRow({ line: { kind, label, cells } }: { line: ReplicationLine }) {
  return (
    <tr className={classNames("last:[&>*]:pb-2.5", LINE_LOOKS[kind])}>
      <th
        scope="row"
        className={classNames(
          "sticky left-0 z-10 w-36 min-w-32 bg-surface py-1.5 pr-2 pl-3 text-left align-top text-xs sm:w-52 sm:min-w-48 sm:text-sm",
          kind === "recomputed" ? "font-semibold" : "font-normal text-ink-2",
        )}
      >
        {label}
      </th>
      {cells.map((cell, place) => (
        // The columns of a table never change places.
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell has no name but its place
        <Fragment key={place}>
          <FigureCell cell={cell} />
        </Fragment>
      ))}
    </tr>
  );
}
