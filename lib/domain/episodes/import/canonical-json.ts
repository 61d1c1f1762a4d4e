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
export function canonicalJson(value: unknown, depth = 0): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  if (depth >= MAX_JSON_DEPTH) throw new TooDeepError();
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item, depth + 1)).join(",")}]`;
  const object = value as Record<string, unknown>;
  const members = Object.keys(object)
    .sort()
    .filter((key) => object[key] !== undefined)
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(object[key], depth + 1)}`);
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
