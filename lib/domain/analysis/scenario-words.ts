import { shortKey } from "#lib/domain/shared/short-key.ts";

/** Keys of scenarios stand in addresses, so that a longer one is cut, with a checksum at its end. */
const LONGEST_KEY = 60;
/** As much of a situation as a list can show in a line or two. */
const LONGEST_LABEL = 110;

/** A scenario's key as filters name it: at most 60 characters, the same for the same text. */
export function environmentKey(key: string): string {
  return shortKey(key, LONGEST_KEY);
}

/** The beginning of a situation in one line, without the marks that hide parts from single characters. */
export function situationLabel(text: string): string {
  const plain = text
    .replaceAll(/<[^<>]*>/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  return plain.length <= LONGEST_LABEL ? plain : `${plain.slice(0, LONGEST_LABEL - 1).trimEnd()}…`;
}
