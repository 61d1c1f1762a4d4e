import type { Band } from "./dimension.ts";

/** One line: a number or two, then a name. `0 to 3: hardly`, `-5..-3 worse`, `0: kept`; any dash may be a minus sign. */
const LINE = /^([-−–]?\d+)\s*(?:(?:to|\.{2,3}|…|bis|–|-)\s*([-−–]?\d+))?\s*[:=,]?\s+(.+)$/i;

function toNumber(text: string): number {
  return Number(text.replace(/[−–]/, "-"));
}

/** Writes bands one a line, as {@link parseBandText} reads them: `-5 to -3: worse`. */
export function formatBandText(bands: readonly Band[]): string {
  return bands.map(({ from, to, name }) => `${from === to ? from : `${from} to ${to}`}: ${name}`).join("\n");
}

/**
 * Reads bands written one a line. A line that does not read becomes a band without a name, which the scale’s own check
 * then refuses with a sentence; blank lines are left out.
 */
export function parseBandText(text: string): Band[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const match = LINE.exec(line);
      if (!match?.[1]) return { from: Number.NaN, to: Number.NaN, name: line.slice(0, 80) };
      const from = toNumber(match[1]);
      return { from, to: match[2] === undefined ? from : toNumber(match[2]), name: (match[3] ?? "").trim() };
    });
}
