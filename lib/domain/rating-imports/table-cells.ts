/** The key under which a dimension of a table is stored: `Coherence score` and `coherence_score` are one. */
export function dimensionKey(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_+|_+$/g, "");
}

/** Longest text that is an id as it stands; a whole dialogue in place of an id becomes its beginning and a checksum. */
const KEY_LENGTH = 200;

/** A text as a key: short, and different for different texts (64-bit FNV-1a over its characters). */
export function shortKey(text: string): string {
  if (text.length <= KEY_LENGTH) return text;
  let hash = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index += 1)
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n);
  return `${text.slice(0, KEY_LENGTH - 40)}… ${hash.toString(16).padStart(16, "0")}`;
}

/** A cell that is a list or an object, also where a CSV holds it as JSON text. */
export function structureOf(value: unknown): unknown {
  if (typeof value !== "string") return value;
  const text = value.trim();
  if (!text.startsWith("[") && !text.startsWith("{")) return value;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return value;
  }
}
