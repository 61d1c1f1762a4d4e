/** How deeply a record may be nested. SOTOPIA's own shapes need 6. */
export const MAX_JSON_DEPTH = 64;

/** Thrown for a value nested more deeply than {@link MAX_JSON_DEPTH}. */
export class TooDeepError extends Error {
  constructor() {
    super(`Nested more than ${MAX_JSON_DEPTH} levels deep.`);
    this.name = "TooDeepError";
  }
}

/**
 * One text for one JSON value, whatever the order of its keys and the blanks of its source: keys sorted by code unit,
 * no blanks, numbers as JavaScript prints them (so 1.0 and 1 are one). Throws {@link TooDeepError}.
 */
export function canonicalJson(value: unknown): string {
  const keys = { hasIndex: false };
  const copy = sorted(value, 0, keys);
  return (keys.hasIndex ? writeByHand(value) : JSON.stringify(copy)) ?? "null";
}

/** A key that an object lists before all others, in the order of numbers, wherever it was put. */
const INDEX_KEY = /^(0|[1-9]\d*)$/;

/** A copy that JSON.stringify writes canonically, in one call: that is several times faster than a text for each value. */
function sorted(value: unknown, depth: number, keys: { hasIndex: boolean }): unknown {
  if (value === null || typeof value !== "object") return value;
  if (depth >= MAX_JSON_DEPTH) throw new TooDeepError();
  if (Array.isArray(value)) return value.map((item) => sorted(item, depth + 1, keys));
  const object = value as Record<string, unknown>;
  // Without a prototype, so that a key named __proto__ is a key like any other.
  const copy: Record<string, unknown> = Object.create(null);
  for (const key of Object.keys(object).sort()) {
    keys.hasIndex ||= INDEX_KEY.test(key);
    copy[key] = sorted(object[key], depth + 1, keys);
  }
  return copy;
}

/** The same text where a key is a whole number, whose place in an object cannot be chosen. */
function writeByHand(value: unknown): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(writeByHand).join(",")}]`;
  const object = value as Record<string, unknown>;
  const members = Object.keys(object)
    .sort()
    .filter((key) => object[key] !== undefined)
    .map((key) => `${JSON.stringify(key)}:${writeByHand(object[key])}`);
  return `{${members.join(",")}}`;
}

/** True when canonical JSON holds text that PostgreSQL cannot store: a NUL, or half of a surrogate pair. */
export function hasUnstorableText(canonical: string): boolean {
  return /\\u0000|\\ud[89a-f]/.test(canonical);
}

/** A copy with every NUL and every lone surrogate replaced by U+FFFD, in keys and values. */
export function storableJson(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll("\u0000", "\uFFFD").toWellFormed();
  if (Array.isArray(value)) return value.map(storableJson);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [storableJson(key) as string, storableJson(item)]),
  );
}
