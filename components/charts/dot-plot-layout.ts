import type { PlotMargin } from "./plot.tsx";

const HEAD = 24;
const ROW = 37;
const HEADING = 30;
const FOOT = 58;
/** From this width on, names and numbers stand beside the plot. */
const WIDE = 620;
const NAMES = 176;

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

/** Puts the rows of all groups below each other. */
export function layOutRows<Row>(groups: readonly Group<Row>[]): RowLayout<Row> {
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
      y += ROW;
    }
  }
  return { height: y + FOOT, rows, headings };
}

/** The head of a column and its width in pixels. */
export type ColumnHead = { text: string; width: number };

/** Right edges of the columns, from left to right; none where the picture is narrow. */
export function columnEdges(width: number, heads: readonly ColumnHead[]): number[] {
  if (width < WIDE) return [];
  const all = heads.reduce((sum, head) => sum + head.width, 0);
  let edge = width - 4 - all;
  return heads.map((head) => {
    edge += head.width;
    return edge;
  });
}

/** The room around the plot itself, for names and numbers at its sides. */
export function rowMargin(width: number, heads: readonly ColumnHead[]): PlotMargin {
  const isWide = width >= WIDE;
  const columns = heads.reduce((sum, head) => sum + head.width, 0);
  return { top: HEAD, right: isWide ? columns + 20 : 14, bottom: 28, left: isWide ? NAMES : 14 };
}
