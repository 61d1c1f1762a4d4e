import { fieldSize, type LatticeCell, marginals, type Scale } from "./lattice-cells.ts";
import type { PlotScales } from "./plot-scales.ts";

/** The length of the longest bar of a histogram beside a grid, in pixels. */
export const HISTOGRAM = 34;

type Props = { x: Scale; y: Scale; cells: readonly LatticeCell[]; scales: PlotScales };

/** How often each value occurs, above the grid for x and at its right for y. */
export function Histograms({ x, y, cells, scales }: Props) {
  const { area } = scales;
  const columns = marginals(cells, "x");
  const rows = marginals(cells, "y");
  const { width, height } = fieldSize(x, y, scales);
  const most = Math.max(1, ...columns.values(), ...rows.values());
  return (
    <g>
      {[...columns].map(([value, count]) => {
        const length = (HISTOGRAM * count) / most;
        return (
          <rect
            key={value}
            x={scales.x(value) - width / 2 + 0.5}
            y={area.y - 2 - length}
            width={Math.max(1, width - 1)}
            height={length}
            className="fill-judge"
          />
        );
      })}
      {[...rows].map(([value, count]) => (
        <rect
          key={value}
          x={area.x + area.width + 2}
          y={scales.y(value) - height / 2 + 0.5}
          width={(HISTOGRAM * count) / most}
          height={Math.max(1, height - 1)}
          className="fill-human"
        />
      ))}
    </g>
  );
}
