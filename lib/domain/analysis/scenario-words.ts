/** Keys of scenarios stand in addresses, so that a longer one is cut and told apart by a mark at its end. */
const LONGEST_KEY = 60;
/** As much of a situation as a list can show in a line or two. */
const LONGEST_LABEL = 110;

/** A scenario's key as filters name it: at most 60 characters, the same for the same text. */
export function shortKey(key: string): string {
  if (key.length <= LONGEST_KEY) return key;
  return `${key.slice(0, LONGEST_KEY - 17)}~${textMark(key)}`;
}

/** The beginning of a situation in one line, without the marks that hide parts from single characters. */
export function situationLabel(text: string): string {
  const plain = text
    .replaceAll(/<[^<>]*>/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  return plain.length <= LONGEST_LABEL ? plain : `${plain.slice(0, LONGEST_LABEL - 1).trimEnd()}…`;
}

/** 16 hexadecimal digits that differ for different texts: two FNV-1a sums over its UTF-16 units. */
function textMark(text: string): string {
  const sum = (start: number) => {
    let value = start;
    for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
    return (value >>> 0).toString(16).padStart(8, "0");
  };
  return sum(0x811c9dc5) + sum(0x9747b28c);
}
