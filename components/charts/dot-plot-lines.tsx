import { NARROW_SIGN, type Placed, type PlotSides, type RowLayout } from "./dot-plot-layout.ts";
import type { DotRow } from "./dot-plot-types.ts";
import { shortened } from "./number-text.ts";
import { ON_LINES } from "./plot.tsx";
import type { PlotScales } from "./plot-scales.ts";

/** Rows that belong together, by the keys of the first and the last one. */
export type Bracket = { from: string; to: string };

type BracketsProps = { brackets: readonly Bracket[]; rows: readonly Placed<DotRow>[]; x: number; offset: number };

/** Brackets at the right of the plot, around rows that belong together. */
export function Brackets({ brackets, rows, x, offset }: BracketsProps) {
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
export function References({ groups, x, area, width }: ReferencesProps) {
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
export function Sides({ sides: [left, right], middle, y, width }: SidesProps) {
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
