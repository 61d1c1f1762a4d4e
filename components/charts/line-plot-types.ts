import type { Hue } from "./hues.ts";
import type { MarkShape } from "./marks.tsx";
import type { Limits } from "./number-text.ts";

/** One point of a line. `radius` is in pixels; `breaksLine` leaves the stretch before it undrawn. */
export type LinePoint = {
  x: number;
  y: number;
  interval: Limits | null;
  radius?: number;
  isHollow?: boolean;
  breaksLine?: boolean;
  /** Said when the pointer rests on it. */
  text: string;
};

/** A line with what is known of its uncertainty: a band around it, or a whisker per point. */
export type LineSeries = {
  key: string;
  hue: Hue;
  /** None for a line without marks. */
  shape: MarkShape | null;
  points: readonly LinePoint[];
  line: "straight" | "step" | "none";
  uncertainty: "band" | "whiskers" | "none";
  isDashed?: boolean;
  isThin?: boolean;
};

/** A straight line across the plot with its name: a target, a bias, a limit. A band around it where it has an interval. */
export type Guide = {
  key: string;
  along: "x" | "y";
  at: number;
  band?: Limits | null;
  text: string;
  hue: Hue;
  isDashed?: boolean;
  /** Its words stand right of the plot, where they lie on nothing. Only along x. */
  isNamedBeside?: boolean;
};

/** How often a pair of values occurs, drawn as an area. */
export type Bubble = { x: number; y: number; count: number };

/** A gap between two values at one place, written above `above`: "gap +1.42", or "+1.42" where there is little room. */
export type Gap = { x: number; from: number; to: number; above: number; text: string; shortText: string };
