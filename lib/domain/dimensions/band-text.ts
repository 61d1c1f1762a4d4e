import type { Band } from "./dimension.ts";

/** Divides the name of a band from the sentence that says what it means. */
const MEANING = "|";

/** One line: a number or two, then a name. `0 to 3: hardly`, `-5..-3 worse`, `0: kept`; any dash may be a minus sign. */
const LINE = /^([-−–]?\d+)\s*(?:(?:to|\.{2,3}|…|bis|–|-)\s*([-−–]?\d+))?\s*[:=,]?\s+(.+)$/i;

function toNumber(text: string): number {
  return Number(text.replace(/[−–]/, "-"));
}

/** Writes bands one a line, as {@link parseBandText} reads them: `-5 to -3: worse | They part as enemies.` */
export function formatBandText(bands: readonly Band[]): string {
  return bands
    .map(({ from, to, name, meaning }) => {
      const line = `${from === to ? from : `${from} to ${to}`}: ${name}`;
      return meaning === undefined ? line : `${line} ${MEANING} ${meaning}`;
    })
    .join("\n");
}

/**
 * Reads bands written one a line, each with the sentence after a bar where there is one. A line that does not read becomes a band without a name, which the scale’s own check
 * then refuses with a sentence; blank lines are left out.
 */
export function parseBandText(text: string): Band[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map(parseLine);
}

function parseLine(line: string): Band {
  const [head = "", ...rest] = line.split(MEANING);
  const meaning = rest.join(MEANING).trim();
  const told = meaning === "" ? {} : { meaning };
  const match = LINE.exec(head.trim());
  if (!match?.[1]) return { from: Number.NaN, to: Number.NaN, name: head.trim().slice(0, 80), ...told };
  const from = toNumber(match[1]);
  return { from, to: match[2] === undefined ? from : toNumber(match[2]), name: (match[3] ?? "").trim(), ...told };
}
