/* Classes stand here in full, as the style sheet is made from what it can read. A scale has 2 to 21 integers. */
const COLUMNS = [
  "",
  "",
  "grid-cols-2",
  "grid-cols-3",
  "grid-cols-4",
  "grid-cols-5",
  "grid-cols-6",
  "grid-cols-7",
  "grid-cols-8",
  "grid-cols-9",
  "grid-cols-10",
  "grid-cols-11",
];
const WIDE_COLUMNS = [
  "",
  "",
  "@md:grid-cols-2",
  "@md:grid-cols-3",
  "@md:grid-cols-4",
  "@md:grid-cols-5",
  "@md:grid-cols-6",
  "@md:grid-cols-7",
  "@md:grid-cols-8",
  "@md:grid-cols-9",
  "@md:grid-cols-10",
  "@md:grid-cols-11",
];
const WIDE_SPANS = [
  "",
  "@md:col-span-1",
  "@md:col-span-2",
  "@md:col-span-3",
  "@md:col-span-4",
  "@md:col-span-5",
  "@md:col-span-6",
  "@md:col-span-7",
  "@md:col-span-8",
  "@md:col-span-9",
  "@md:col-span-10",
  "@md:col-span-11",
];

/** The most integers that stand in one row; longer scales take two. */
export const ONE_ROW = 11;

/** Grid columns of a scale with `count` integers: one row up to eleven, else two rows of equal length. */
export function scaleColumns(count: number): string {
  return COLUMNS[count <= ONE_ROW ? count : Math.ceil(count / 2)] ?? "grid-cols-11";
}

/** Whether a number of the scale takes three signs (“−10”), too many for full size where eleven share a narrow row. */
export function hasLongNumbers({ min, max }: { min: number; max: number }): boolean {
  return Math.max(String(min).length, String(max).length) > 2;
}

/** Grid columns under a scale from 448 px of room on, so that bands stand below their integers; empty for two rows. */
export function bandColumns(count: number): string {
  return count <= ONE_ROW ? (WIDE_COLUMNS[count] ?? "") : "";
}

/** How many of those columns a band takes; empty for two rows. */
export function bandSpan(width: number, count: number): string {
  return count <= ONE_ROW ? (WIDE_SPANS[width] ?? "") : "";
}
