"use client";
import { ChartFigure, LegendEntry } from "#components/charts/figure/chart-figure.tsx";
import type { ChartCell, ChartTableData } from "#components/charts/figure/chart-table.tsx";
import { LinePlot } from "#components/charts/line-plot.tsx";
import type { LinePoint, LineSeries } from "#components/charts/line-plot-types.ts";
import { KeyMark } from "#components/charts/marks.tsx";
import { ticksBetween } from "#components/charts/ticks.ts";
import { asPrinted } from "#lib/domain/analysis/replication/printed.ts";
import type {
  ReplicationCell,
  ReplicationLine,
  ReplicationTable,
} from "#lib/domain/analysis/replication/replication.ts";

/** Goal by the judge and by people: the published lines, and what these files give with its intervals. */
export function GoalGapChart({ table }: { table: ReplicationTable }) {
  const names = table.columns.map(({ label }) => label);
  const series = (["judge", "people"] as const).flatMap((side) => seriesOf(table, side, names));
  return (
    <ChartFigure
      title="Goal by the judge and by people"
      about="Means of the agents under study, 0 to 10. Dashed and hollow: as published. Solid: from the ratings that are here, with 95 % intervals by episodes."
      caption={`${table.name} of SOTOPIA-π: ${table.title}.`}
      table={() => tableOf(table)}
      fileName="replication-figure-4"
      legend={
        <>
          <LegendEntry mark={<KeyMark shape="square" hue="judge" />}>judge</LegendEntry>
          <LegendEntry mark={<KeyMark shape="circle" hue="human" />}>people</LegendEntry>
        </>
      }
    >
      <LinePlot
        label="Goal by the judge and by people, condition by condition. The table below holds the numbers."
        height={340}
        x={{
          domain: [-0.5, names.length - 0.5],
          ticks: names.map((_, index) => index),
          format: (index) => names[index] ?? "",
        }}
        y={{ domain: [0, 10], ticks: ticksBetween(0, 10, 11), label: "mean goal" }}
        series={series}
      />
    </ChartFigure>
  );
}

function lineOf(table: ReplicationTable, side: string, kind: ReplicationLine["kind"]): readonly ReplicationCell[] {
  const group = table.groups.find(({ key }) => key === side);
  return group?.lines.find((line) => line.kind === kind)?.cells ?? [];
}

function seriesOf(table: ReplicationTable, side: "judge" | "people", names: readonly string[]): LineSeries[] {
  const look = { hue: side === "judge" ? "judge" : "human", shape: side === "judge" ? "square" : "circle" } as const;
  const nudge = side === "judge" ? -0.06 : 0.06;
  const pointsOf = (cells: readonly ReplicationCell[], words: string, shift: number, isHollow: boolean) =>
    cells.flatMap(({ value, interval }, index): LinePoint[] => {
      if (value === null) return [];
      const text = `${names[index]}, ${side}, ${words}: ${asPrinted(value, 2)}`;
      return [{ x: index + shift, y: value, interval, text, isHollow }];
    });
  const published = pointsOf(lineOf(table, side, "published"), "published", 0, true);
  const here = pointsOf(lineOf(table, side, "corrected"), "from these ratings", nudge, false);
  return [
    {
      ...look,
      key: `${side} published`,
      points: published,
      line: "straight",
      uncertainty: "none",
      isDashed: true,
      isThin: true,
    },
    { ...look, key: side, points: here, line: "straight", uncertainty: "whiskers" },
  ];
}

function tableOf({ columns, groups }: ReplicationTable): ChartTableData {
  const rows = groups.flatMap((group) =>
    group.lines.map((line) => ({
      key: `${group.key} ${line.label}`,
      cells: [
        wordsCell(`${group.label}: ${line.label}`),
        ...columns.flatMap((_, place) => numberCells(line.cells[place])),
      ],
    })),
  );
  const heads = columns.flatMap(({ key, label }) => [
    { name: key, head: label, isNumeric: true },
    { name: `${key}_low`, head: "from", isNumeric: true },
    { name: `${key}_high`, head: "to", isNumeric: true },
  ]);
  return { columns: [{ name: "line", head: "" }, ...heads], rows };
}

function wordsCell(text: string): ChartCell {
  return { text, value: text };
}

function numberCells(cell: ReplicationCell | undefined): ChartCell[] {
  const digits = cell?.digits ?? 2;
  return [cell?.value ?? null, cell?.interval?.[0] ?? null, cell?.interval?.[1] ?? null].map((value) => ({
    text: value === null ? "" : asPrinted(value, digits),
    value,
  }));
}
