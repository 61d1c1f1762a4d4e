import type { PlotMargin } from "./plot-types.ts";

const HEAD = 24;
const ROW = 37;
/** How much higher a row is whose first mark has a twin below it; also how far below it lies, in pixels. */
export const TWIN_LINE = 13;
const HEADING = 30;
const SIDES = 30;
const FOOT = 58;
const NAMES = 176;
const GUTTER = 20;
/** Names and numbers stand beside the plot only where it keeps this width. */
const LEAST_PLOT = 240;

/** The width of a sign of running words in pixels: many signs are narrow. */
export const NARROW_SIGN = 6.4;

/** A row, of which only the marks below each other matter here. */
type AnyRow = { key: string; marks?: readonly { isTwin?: boolean }[] };

/** What lies to the left and to the right of a line that values are compared with, in words. */
export type PlotSides = readonly [left: string, right: string];

/** Anything that has rows under headings; `sides` are of this group alone, above the next one. */
type Group<Row> = { key: string; heading: string | null; rows: readonly Row[]; sides?: PlotSides };

/** A row with the top of its strip in pixels. */
export type Placed<Row> = Row & { y: number };

/** Where everything of a dot plot lies; the height does not depend on the width, so that the box can be kept free. */
export type RowLayout<Row> = {
  height: number;
  rows: Placed<Row>[];
  headings: { key: string; text: string; y: number; hasRule: boolean }[];
  /** From where to where each group reaches, so that its line of comparison does; the last one reaches to the axis. */
  groups: { key: string; from: number; to: number; sides: PlotSides | null }[];
};

/** Puts the rows of all groups below each other; a twin has a line of its own. */
export function layOutRows<Row extends AnyRow>(groups: readonly Group<Row>[]): RowLayout<Row> {
  const rows: Placed<Row>[] = [];
  const headings: RowLayout<Row>["headings"] = [];
  const extents: RowLayout<Row>["groups"] = [];
  let y = HEAD;
  for (const [place, group] of groups.entries()) {
    if (group.heading !== null) {
      headings.push({ key: group.key, text: group.heading, y, hasRule: y > HEAD });
      y += HEADING;
    }
    const from = y;
    for (const row of group.rows) {
      rows.push({ ...row, y });
      y += ROW + (row.marks?.some(({ isTwin }) => isTwin) ? TWIN_LINE : 0);
    }
    extents.push({ key: group.key, from, to: y, sides: group.sides ?? null });
    // The words of the last group stand below the axis, where there is room for them.
    if (group.sides && place < groups.length - 1) y += SIDES;
  }
  return { height: y + FOOT, rows, headings, groups: extents };
}

/**
 * The radius of a dot whose area stands for a count: `share` is its count as a share of the largest one in the picture. What
 * is few stays large enough to be seen.
 */
export function dotRadius(share: number): number {
  return Math.max(LEAST_DOT, LARGEST_DOT * Math.sqrt(share));
}

const LARGEST_DOT = 6.25;
const LEAST_DOT = 2.25;

/** The head of a column and its width in pixels. */
export type ColumnHead = { text: string; width: number };

function widthOf(heads: readonly ColumnHead[]): number {
  return heads.reduce((sum, head) => sum + head.width, 0);
}

function isWide(width: number, heads: readonly ColumnHead[]): boolean {
  return width >= NAMES + LEAST_PLOT + GUTTER + widthOf(heads);
}

/** Right edges of the columns, from left to right; none where the picture is too narrow for them. */
export function columnEdges(width: number, heads: readonly ColumnHead[]): number[] {
  if (!isWide(width, heads)) return [];
  let edge = width - 4 - widthOf(heads);
  return heads.map((head) => {
    edge += head.width;
    return edge;
  });
}

/** The room around the plot itself, for names and numbers at its sides. */
export function rowMargin(width: number, heads: readonly ColumnHead[]): PlotMargin {
  const sides = isWide(width, heads) ? { right: widthOf(heads) + GUTTER, left: NAMES } : { right: 14, left: 14 };
  return { top: HEAD, bottom: 28, ...sides };
}
