/** One axis: its whole range, where it is marked, how a mark is written, and in words what it measures. */
export type PlotAxis = {
  domain: readonly [number, number];
  ticks: readonly number[];
  /** `room` is the width in pixels that each mark has. */
  format?: (value: number, room: number) => string;
  label?: string;
  /** Lines across the plot at the marks. */
  hasGrid?: boolean;
  isHidden?: boolean;
};

/** Room in pixels around the plot for what a piece writes there. */
export type PlotMargin = { top: number; right: number; bottom: number; left: number };
