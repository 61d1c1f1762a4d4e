/** A scale of a rating file. `isWhole`: only whole numbers lie on it. */
export type ImportScale = { key: string; name: string; min: number; max: number; isWhole: boolean };

/** A cell read as a score: a number on the scale, nothing, or why it is refused (a clause without its dimension). */
export type ReadScore = { score: number } | { missing: true } | { refused: string };

const MISSING = new Set(["", "none", "nan", "null", "-", "—", "na", "n/a"]);

/** What a cell holds as text, without blanks around it; empty for the words by which programs write “nothing”. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text =
    typeof value === "string" ? value.trim() : typeof value === "object" ? JSON.stringify(value) : `${value}`;
  return MISSING.has(text.toLowerCase()) ? "" : text;
}

/** True for the words by which programs write “nothing” (`None`, `nan`), which is not the same as an empty cell. */
export function isWordForNothing(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "" && textOf(value) === "";
}

/** A number in a cell (`4`, `4.0`, `4,5`), or null when it is none. */
export function numberOf(value: unknown): number | null {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value !== "string") return null;
  const text = value.trim().replace("−", "-");
  if (!/^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?$/i.test(text)) return null;
  const number = Number(text.replace(",", "."));
  return Number.isFinite(number) ? number : null;
}

/** Numbers in sentences: at most six digits, a real minus sign. */
function writtenNumber(value: number): string {
  return String(Number(value.toPrecision(6))).replace("-", "−");
}

/** Reads a cell as a score. What lies outside the scale is refused and never moved onto it. */
export function readScore(value: unknown, scale: ImportScale): ReadScore {
  if (textOf(value) === "") return { missing: true };
  const score = numberOf(value);
  if (score === null) return { refused: `“${textOf(value).slice(0, 60)}” is no number` };
  if (score < scale.min || score > scale.max) {
    return {
      refused: `${writtenNumber(score)} lies outside the scale from ${writtenNumber(scale.min)} to ${writtenNumber(scale.max)}`,
    };
  }
  if (scale.isWhole && !Number.isInteger(score))
    return { refused: `${writtenNumber(score)} is no whole number, and this scale has whole numbers only` };
  return { score };
}
