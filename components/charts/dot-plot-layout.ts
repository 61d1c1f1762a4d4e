import type { PlotMargin } from "./plot-types.ts";

const HEAD = 24;
const ROW = 37;
/** How much higher a row is whose first mark has a twin below it; also how far below it lies, in pixels. */
export const TWIN_LINE = 13;
const HEADING = 30;
const FOOT = 58;
const NAMES = 176;
const GUTTER = 20;
/** Names and numbers stand beside the plot only where it keeps this width. */
const LEAST_PLOT = 240;

/** A row, of which only the marks below each other matter here. */
type AnyRow = { key: string; marks?: readonly { isTwin?: boolean }[] };

/** Anything that has rows under headings. */
type Group<Row> = { key: string; heading: string | null; rows: readonly Row[] };

/** A row with the top of its strip in pixels. */
export type Placed<Row> = Row & { y: number };

/** Where everything of a dot plot lies; the height does not depend on the width, so that the box can be kept free. */
export type RowLayout<Row> = {
  height: number;
  rows: Placed<Row>[];
  headings: { key: string; text: string; y: number; hasRule: boolean }[];
};

/** Puts the rows of all groups below each other; a twin has a line of its own. */
export function layOutRows<Row extends AnyRow>(groups: readonly Group<Row>[]): RowLayout<Row> {
  const rows: Placed<Row>[] = [];
  const headings: RowLayout<Row>["headings"] = [];
  let y = HEAD;
  for (const group of groups) {
    if (group.heading !== null) {
      headings.push({ key: group.key, text: group.heading, y, hasRule: y > HEAD });
      y += HEADING;
    }
    for (const row of group.rows) {
      rows.push({ ...row, y });
      y += ROW + (row.marks?.some(({ isTwin }) => isTwin) ? TWIN_LINE : 0);
    }
  }
  return { height: y + FOOT, rows, headings };
}

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
