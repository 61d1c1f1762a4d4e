/** Fewer values than this are no sign of anything. */
const LEAST_VALUES = 5;

/**
 * The one name behind values that a spreadsheet has counted up while it was dragged down (`round2`, `round3`, …,
 * `round56`): they differ in their last number alone, hardly repeat, and go up nearly from row to row. Null for values
 * that mean what they say. `values` stand in the order of the file.
 */
export function dragFilledName(values: readonly string[]): string | null {
  const distinct = new Set(values);
  if (distinct.size < LEAST_VALUES || distinct.size * 2 < values.length) return null;
  const parts = values.map((value) => /^(.*?\D)(\d+)$/.exec(value));
  const stem = parts[0]?.[1];
  if (stem === undefined || parts.some((part) => part?.[1] !== stem)) return null;
  const numbers = parts.map((part) => Number(part?.[2]));
  const falls = numbers.filter((number, index) => index > 0 && number < (numbers[index - 1] ?? number)).length;
  return falls * 10 <= numbers.length ? stem.replace(/[\s_.-]+$/, "") : null;
}

/** The sentence that says so, with how many names became one. */
export function dragFillNote(values: readonly string[], name: string): string {
  const distinct = new Set(values).size;
  return `The ${distinct} names from “${values[0]}” to “${values.at(-1)}” only count up from row to row, as a spreadsheet does when a cell is dragged down. They were read as one: “${name}”.`;
}
