"use client";
import { classNames } from "#components/ui/class-names.ts";
import {
  type ColumnHead,
  columnEdges,
  dotRadius,
  layOutRows,
  type Placed,
  type PlotSides,
  type RowLayout,
  rowMargin,
  TWIN_LINE,
} from "./dot-plot-layout.ts";
import type { Hue } from "./hues.ts";
import { IntervalLine, Mark, type MarkShape, OnwardMark } from "./marks.tsx";
import { type Limits, shortened } from "./number-text.ts";
import { ON_LINES, Plot } from "./plot.tsx";
import { cutEnds } from "./plot-edges.ts";
import { type PlotScales, usePlotScales } from "./plot-scales.ts";
import type { PlotAxis } from "./plot-types.ts";

/** The width of a sign of a name or number in pixels, on the safe side. */
const SIGN = 7.2;
/** The same of running words, of which many signs are narrow. */
const NARROW_SIGN = 6.4;
/** How far words may reach beyond the plot at its right, in pixels. */
const BESIDE = 40;

/** A twin is drawn smaller than the mark that it accompanies. */
const TWIN_SIZE = 0.75;

/** One mark of a row: its value, its interval if it has one, and what it is in words. */
export type DotMark = {
  shape: MarkShape;
  hue: Hue;
  value: number;
  interval: Limits | null;
  isHollow?: boolean;
  /** Drawn on a line of its own below the first mark. */
  isTwin?: boolean;
  /** The count behind it as a share of the largest one in the picture: the area of the mark. Left out, all are equal. */
  share?: number;
  /** Said when the pointer rests on it. */
  text: string;
};

/** One row: a name, its marks, and what the columns beside the plot say. Without marks `absence` says why. */
export type DotRow = {
  key: string;
  label: string;
  marks: readonly DotMark[];
  columns: readonly string[];
  absence?: string;
};

/** Rows under a common heading; `sides` where what lies beside the reference is another thing than in other groups. */
export type DotGroup = { key: string; heading: string | null; rows: readonly DotRow[]; sides?: PlotSides };

type Props = {
  label: string;
  groups: readonly DotGroup[];
  /** Heads of the columns; the first two are written beside the name where there is no room for columns. */
  heads: readonly ColumnHead[];
  x: PlotAxis;
  /** A line that everything is compared with, often 0. */
  reference?: number;
  /** What lies to the left and to the right of the reference, in words. */
  sides?: PlotSides;
  /** Rows that belong together, by their keys: joined by a bracket at the right of the plot. */
  brackets?: readonly { from: string; to: string }[];
};

/**
 * Values with their intervals, one row each, on one axis (forest plot). The interval is a plain line, thicker than the
 * grid, without caps. Where there is room, names and numbers stand in columns; elsewhere the name and the first two
 * numbers stand above each row.
 */
export function IntervalDotPlot({ label, groups, heads, x, reference, sides, brackets = [] }: Props) {
  const layout = layOutRows(groups);
  return (
    <Plot
      label={label}
      height={layout.height}
      x={{ ...x, hasGrid: true }}
      y={{ domain: [0, 1], ticks: [], isHidden: true }}
      margin={(width) => rowMargin(width, heads)}
    >
      {(width) => (
        <Rows layout={layout} heads={heads} width={width} reference={reference} sides={sides} brackets={brackets} />
      )}
    </Plot>
  );
}

type RowsProps = {
  layout: RowLayout<DotRow>;
  heads: readonly ColumnHead[];
  width: number;
  reference: number | undefined;
  sides: Props["sides"];
  brackets: NonNullable<Props["brackets"]>;
};

function Rows({ layout, heads, width, reference, sides, brackets }: RowsProps) {
  const scales = usePlotScales();
  if (!scales) return null;
  const { area, x } = scales;
  const columns = columnEdges(width, heads);
  return (
    <g>
      {columns.map((edge, index) => (
        <text key={heads[index]?.text} x={edge} y={12} textAnchor="end" className="fill-ink-2 text-xs font-semibold">
          {heads[index]?.text}
        </text>
      ))}
      {reference === undefined ? null : (
        <References groups={layout.groups} x={x(reference)} area={area} width={width} />
      )}
      {layout.headings.map((heading) => (
        <g key={heading.key}>
          {heading.hasRule ? <line x1={0} x2={width} y1={heading.y} y2={heading.y} className="stroke-line" /> : null}
          <text x={0} y={heading.y + 21} className={`fill-ink-2 text-xs font-semibold ${ON_LINES}`}>
            <title>{heading.text}</title>
            {shortened(heading.text, Math.floor(width / NARROW_SIGN))}
          </text>
        </g>
      ))}
      {layout.rows.map((row) => (
        <Row key={row.key} row={row} columns={columns} width={width} scales={scales} />
      ))}
      <Brackets
        brackets={brackets}
        rows={layout.rows}
        x={area.x + area.width + 5}
        offset={columns.length > 0 ? 18 : 27}
      />
      {sides ? <Sides sides={sides} middle={x(reference ?? 0)} y={area.y + area.height + 42} width={width} /> : null}
    </g>
  );
}

type RowProps = {
  row: Placed<DotRow>;
  columns: readonly number[];
  width: number;
  scales: PlotScales;
};

function Row({ row, columns, width, scales }: RowProps) {
  const isWide = columns.length > 0;
  const y = row.y + (isWide ? 18 : 27);
  const textY = isWide ? y + 4.5 : row.y + 13;
  return (
    <g>
      <text x={0} y={textY} className={`fill-ink text-xs ${ON_LINES}`}>
        <title>{row.label}</title>
        {shortened(row.label, isWide ? 24 : signsBeside(row.columns, width))}
      </text>
      <RowNumbers texts={row.columns} columns={columns} width={width} y={textY} />
      {row.marks.length === 0 && row.absence ? (
        <Absence text={row.absence} y={y} left={scales.area.x} room={scales.area.width + (isWide ? BESIDE : 0)} />
      ) : null}
      {row.marks.map((mark) => (
        <PlacedMark key={mark.text} mark={mark} y={mark.isTwin ? y + TWIN_LINE : y} scales={scales} />
      ))}
    </g>
  );
}

/** Why there is no mark, on paper of its own, so that no line of the plot runs through the words. */
function Absence({ text, y, left, room }: { text: string; y: number; left: number; room: number }) {
  const words = shortened(text, Math.floor(room / NARROW_SIGN));
  return (
    <g>
      <rect x={left + 1} y={y - 9} width={words.length * NARROW_SIGN + 6} height={18} className="fill-surface" />
      <text x={left + 4} y={y + 4.5} className={`fill-ink-3 text-xs ${ON_LINES}`}>
        <title>{text}</title>
        {words}
      </text>
    </g>
  );
}

/** How many signs of a name fit on its line before the numbers at the right end. */
function signsBeside([value = "", interval = ""]: readonly string[], width: number): number {
  return Math.max(6, Math.floor(width / SIGN) - value.length - interval.length - 3);
}

type NumbersProps = { texts: readonly string[]; columns: readonly number[]; width: number; y: number };

/** In columns where there are some; else the first number and its interval at the right end. */
function RowNumbers({ texts, columns, width, y }: NumbersProps) {
  if (columns.length === 0)
    return (
      <text x={width} y={y} textAnchor="end" className={`fill-ink text-xs tabular-nums ${ON_LINES}`}>
        <tspan className="font-semibold">{texts[0]}</tspan> {texts[1]}
      </text>
    );
  return columns.map((edge, index) => (
    <text
      // biome-ignore lint/suspicious/noArrayIndexKey: columns stand in a fixed order
      key={index}
      x={edge}
      y={y}
      textAnchor="end"
      className={classNames("text-xs tabular-nums", index === 0 ? "fill-ink font-semibold" : "fill-ink-2")}
    >
      {texts[index]}
    </text>
  ));
}

/** A mark with its interval; an arrow at an end that lies beyond the axis. */
function PlacedMark({ mark, y, scales }: { mark: DotMark; y: number; scales: PlotScales }) {
  const { area, x, insideX } = scales;
  const [low, high] = mark.interval ?? [mark.value, mark.value];
  const cut = cutEnds([x(low), x(high)], area, "x");
  return (
    <g>
      <title>{mark.text}</title>
      {mark.interval ? <IntervalLine limits={[insideX(low), insideX(high)]} y={y} hue={mark.hue} /> : null}
      <Mark {...mark} x={insideX(mark.value)} y={y} radius={radiusOf(mark)} />
      {cut.low ? <OnwardMark x={area.x} y={y} towards="left" hue={mark.hue} /> : null}
      {cut.high ? <OnwardMark x={area.x + area.width} y={y} towards="right" hue={mark.hue} /> : null}
    </g>
  );
}

function radiusOf({ share, isTwin }: DotMark): number {
  if (share !== undefined) return dotRadius(share) * (isTwin ? TWIN_SIZE : 1);
  return isTwin ? 4 : 5.25;
}

type BracketsProps = { brackets: RowsProps["brackets"]; rows: readonly Placed<DotRow>[]; x: number; offset: number };

function Brackets({ brackets, rows, x, offset }: BracketsProps) {
  const placeOf = (key: string) => rows.find((row) => row.key === key)?.y;
  return brackets.map(({ from, to }) => {
    const [first, second] = [placeOf(from), placeOf(to)];
    if (first === undefined || second === undefined) return null;
    const path = `M${x - 4},${first + offset + 2}H${x}V${second + offset - 2}H${x - 4}`;
    return <path key={`${from} ${to}`} d={path} fill="none" className="stroke-ink-2" />;
  });
}

type ReferencesProps = { groups: RowLayout<DotRow>["groups"]; x: number; area: PlotScales["area"]; width: number };

/** The line of comparison: one for each group that has words of its own, else one through all. */
function References({ groups, x, area, width }: ReferencesProps) {
  const bottom = area.y + area.height;
  if (groups.every(({ sides }) => sides === null))
    return <line x1={x} x2={x} y1={area.y} y2={bottom} className="stroke-ink-3" />;
  return groups.map(({ key, from, to, sides }, place) => {
    const isLast = place === groups.length - 1;
    return (
      <g key={key}>
        <line x1={x} x2={x} y1={place === 0 ? area.y : from} y2={isLast ? bottom : to} className="stroke-ink-3" />
        {sides ? <Sides sides={sides} middle={x} y={isLast ? bottom + 42 : to + 14} width={width} /> : null}
      </g>
    );
  });
}

type SidesProps = { sides: PlotSides; middle: number; y: number; width: number };

/** The words of both sides, each cut to the room that the picture has there. */
function Sides({ sides: [left, right], middle, y, width }: SidesProps) {
  const signsIn = (room: number) => Math.floor(room / NARROW_SIGN) - 2;
  return (
    <g className={`fill-ink-2 text-xs ${ON_LINES}`}>
      <text x={middle - 10} y={y} textAnchor="end">
        <title>{left}</title>‹ {shortened(left, signsIn(middle - 10))}
      </text>
      <text x={middle + 10} y={y}>
        <title>{right}</title>
        {shortened(right, signsIn(width - middle - 10))} ›
      </text>
    </g>
  );
}
