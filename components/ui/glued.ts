/** A space at which no line is broken. */
export const FIRM = "\u00a0";

/**
 * Keeps on one line what is read as one: the limits of an interval ([0.6, 2.1]), a number and its per cent sign, and a
 * comparison (p < 0.001). `text` is a sentence as it is worded; only its spaces change.
 */
export function glued(text: string): string {
  return text
    .replace(/\[([^\s[\],]+), ([^\s[\],]+)\]/g, `[$1,${FIRM}$2]`)
    .replace(/(\d) %/g, `$1${FIRM}%`)
    .replace(/(\S) ([<=]) (?=\S)/g, `$1${FIRM}$2${FIRM}`);
}
