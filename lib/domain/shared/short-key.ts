/** Longest text that is an id as it stands; a whole dialogue in place of an id becomes its beginning and a checksum. */
const KEY_LENGTH = 200;

/** A text as a key of at most `longest` characters (40 at least), different for different texts (64-bit FNV-1a over its characters). */
export function shortKey(text: string, longest = KEY_LENGTH): string {
  if (text.length <= longest) return text;
  let hash = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index += 1)
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n);
  return `${text.slice(0, longest - 40)}… ${hash.toString(16).padStart(16, "0")}`;
}
