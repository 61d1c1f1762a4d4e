import { type KeyboardEvent, useRef, useState } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { cellOpacity, fieldSize, type LatticeCell, nextCell, placedCells, type Scale } from "./lattice-cells.ts";
import type { PlotScales } from "./plot-scales.ts";

/** The fields of a grid and where they lie. */
type FieldsProps = { x: Scale; y: Scale; cells: readonly LatticeCell[]; fullCount: number; scales: PlotScales };

/** Fields that can only be looked at. */
export function StillCells({ x, y, cells, fullCount, scales }: FieldsProps) {
  const size = fieldSize(x, y, scales);
  return placedCells(cells).map((cell) => (
    <Field key={cell.key} cell={cell} x={scales.x(cell.x)} y={scales.y(cell.y)} {...size} full={fullCount} />
  ));
}

/** One tab stop; the arrow keys go to the nearest field that holds something. */
export function WalkableCells({
  x,
  y,
  cells,
  fullCount,
  onChoose,
  chosen,
  scales,
}: FieldsProps & { onChoose: (cell: LatticeCell) => void; chosen?: string | undefined }) {
  const [current, setCurrent] = useState<string | null>(null);
  const group = useRef<SVGGElement>(null);
  const placed = placedCells(cells);
  // Another filter may leave the field where somebody was without a count.
  const home = [current, chosen].find((key) => placed.some((cell) => cell.key === key)) ?? placed[0]?.key;
  const walk = (event: KeyboardEvent, cell: LatticeCell) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      onChoose(cell);
      return;
    }
    const next = nextCell(placed, cell, event.key);
    if (!next) return;
    event.preventDefault();
    setCurrent(next.key);
    group.current?.querySelector<SVGGElement>(`[data-cell="${next.key}"]`)?.focus();
  };
  const size = fieldSize(x, y, scales);
  return (
    <g ref={group}>
      {placed.map((cell) => (
        <g
          key={cell.key}
          data-cell={cell.key}
          role="button"
          tabIndex={cell.key === home ? 0 : -1}
          aria-pressed={cell.key === chosen}
          aria-label={cell.text}
          onClick={() => onChoose(cell)}
          onFocus={() => setCurrent(cell.key)}
          onKeyDown={(event) => walk(event, cell)}
          className="group cursor-pointer outline-none"
        >
          <title>{cell.text}</title>
          <Field cell={cell} x={scales.x(cell.x)} y={scales.y(cell.y)} {...size} full={fullCount} />
        </g>
      ))}
    </g>
  );
}

type FieldProps = { cell: LatticeCell; x: number; y: number; width: number; height: number; full: number };

function Field({ cell, x, y, width, height, full }: FieldProps) {
  const opacity = cellOpacity(cell.count, full);
  const isPrinted = cell.count >= full * 0.05;
  return (
    <>
      <rect
        x={x - width / 2 + 0.5}
        y={y - height / 2 + 0.5}
        width={Math.max(1, width - 1)}
        height={Math.max(1, height - 1)}
        fillOpacity={opacity}
        strokeWidth={2}
        className="fill-accent stroke-transparent group-hover:stroke-ink group-focus-visible:stroke-ink group-aria-pressed:stroke-ink"
      />
      {isPrinted && width > 15 ? (
        <text
          x={x}
          y={y + 4.5}
          textAnchor="middle"
          className={classNames("text-[0.8rem] tabular-nums", opacity > 0.7 ? "fill-accent-ink" : "fill-ink")}
        >
          {cell.count}
        </text>
      ) : null}
    </>
  );
}
