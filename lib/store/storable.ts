import { hasUnstorableText } from "#lib/domain/episodes/import/canonical-json.ts";

/** A text that PostgreSQL can store: NUL and lone surrogates become U+FFFD. Everything else stays as it is. */
export function storableText(text: string): string {
  return (text.includes("\u0000") ? text.replaceAll("\u0000", "\uFFFD") : text).toWellFormed();
}

/** {@link storableText} on every text of a JSON value, keys included. */
export function storable<T>(value: T): T {
  if (typeof value === "string") return storableText(value) as T;
  if (Array.isArray(value)) return value.map((item) => storable(item)) as T;
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(([key, item]) => [storableText(key), storable(item)]);
  return Object.fromEntries(entries) as T;
}

/** {@link storable} as JSON text: hardly any value needs to be copied for it, and looking at the text tells which. */
export function storableJsonText(value: unknown): string {
  const text = JSON.stringify(value);
  return hasUnstorableText(text) ? JSON.stringify(storable(value)) : text;
}
