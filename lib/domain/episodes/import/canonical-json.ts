import type { JsonObject } from "./parsed-row.ts";

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

/**
 * A value that JSON.stringify writes canonically, in one call: that is several times faster than a text for each value.
 * Lists and objects that are in order already are not copied, and they are most of a record.
 */
function sorted(value: unknown, depth: number, keys: { hasIndex: boolean }): unknown {
  if (value === null || typeof value !== "object") return value;
  if (depth >= MAX_JSON_DEPTH) throw new TooDeepError();
  return Array.isArray(value) ? sortedList(value, depth, keys) : sortedObject(value as JsonObject, depth, keys);
}

function sortedList(list: unknown[], depth: number, keys: { hasIndex: boolean }): unknown[] {
  let out = list;
  for (let index = 0; index < list.length; index += 1) {
    const item = list[index];
    if (item === null || typeof item !== "object") continue;
    const own = sorted(item, depth + 1, keys);
    if (own === item) continue;
    if (out === list) out = [...list];
    out[index] = own;
  }
  return out;
}

function sortedObject(object: JsonObject, depth: number, keys: { hasIndex: boolean }): JsonObject {
  // Without a prototype, so that a key named __proto__ is a key like any other.
  const copy: JsonObject = Object.create(null);
  let last = "";
  let isSame = true;
  const names = Object.keys(object);
  for (const key of names) {
    isSame &&= last <= key;
    last = key;
  }
  if (!isSame) names.sort();
  for (const key of names) {
    keys.hasIndex ||= INDEX_KEY.test(key);
    copy[key] = sorted(object[key], depth + 1, keys);
    isSame &&= copy[key] === object[key];
  }
  return isSame ? object : copy;
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
  // Almost no text has any escape of this kind, and looking for two characters is several times faster.
  return canonical.includes("\\u") && /\\u0000|\\ud[89a-f]/.test(canonical);
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
