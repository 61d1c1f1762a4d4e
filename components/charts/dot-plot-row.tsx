import { classNames } from "#components/ui/class-names.ts";
import { dotRadius, NARROW_SIGN, type Placed, TWIN_LINE } from "./dot-plot-layout.ts";
import type { DotMark, DotRow } from "./dot-plot-types.ts";
import { IntervalLine, Mark, OnwardMark } from "./marks.tsx";
import { shortened } from "./number-text.ts";
import { ON_LINES } from "./plot.tsx";
import { cutEnds } from "./plot-edges.ts";
import type { PlotScales } from "./plot-scales.ts";

/** The width of a sign of a name or number in pixels, on the safe side. */
const SIGN = 7.2;
/** How far words may reach beyond the plot at its right, in pixels. */
const BESIDE = 40;

/** A twin is drawn smaller than the mark that it accompanies. */
const TWIN_SIZE = 0.75;

type RowProps = {
  row: Placed<DotRow>;
  columns: readonly number[];
  width: number;
  scales: PlotScales;
};

/** A row: its name, its marks with their intervals, and the numbers beside the plot or above it. */
export function DotPlotRow({ row, columns, width, scales }: RowProps) {
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
