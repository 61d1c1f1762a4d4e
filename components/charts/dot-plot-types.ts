import type { PlotSides } from "./dot-plot-layout.ts";
import type { Hue } from "./hues.ts";
import type { MarkShape } from "./marks.tsx";
import type { Limits } from "./number-text.ts";

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
