import { formatInteger, plural } from "#components/ui/format.ts";

/** One field of a line of the log in words. `before` is null where nothing was known before; `isCut` where words stand for more. */
export type AuditField = { name: string; before: string | null; after: string | null; isCut: boolean };

/** Longer values are shown by their number or their beginning. */
const LONGEST_LIST = 6;
const LONGEST_TEXT = 160;
const CHECKSUM = /^[0-9a-f]{64}$/;
const NAMES: Record<string, string> = { sha256: "SHA-256", bytes: "bytes", designHash: "fingerprint" };

/**
 * What changed, field by field, what a person named first. Where the log holds the fields before and after, only those that differ.
 * @param before as recorded, null where nothing was
 * @param after as recorded, null where nothing was
 */
export function auditFields(before: unknown, after: unknown): AuditField[] {
  const was = flat(before);
  const is = flat(after);
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((key) => JSON.stringify(was.get(key)) !== JSON.stringify(is.get(key)))
    .map((key) => {
      const old = was.has(key) ? inWords(was.get(key)) : null;
      const now = is.has(key) ? inWords(is.get(key)) : null;
      return {
        name: fieldWords(key),
        before: old?.words ?? null,
        after: now?.words ?? null,
        isCut: Boolean(old?.isCut || now?.isCut),
      };
    })
    .sort((one, other) => Number(isName(other.name)) - Number(isName(one.name)));
}

function isName(name: string): boolean {
  return name === "name" || name === "file name";
}

/** The fields of a record, those of records inside it under the names of both. */
function flat(value: unknown, path = ""): Map<string, unknown> {
  if (value === null || value === undefined) return new Map(path === "" ? [] : [[path, null]]);
  if (typeof value !== "object" || Array.isArray(value)) return new Map([[path, value]]);
  const fields = Object.entries(value).flatMap(([name, field]) => [...flat(field, path ? `${path}.${name}` : name)]);
  return new Map(fields);
}

/** `annotationsPerItem` → “annotations per item”, `plan.size` → “plan: size”. */
function fieldWords(path: string): string {
  const words = (name: string) => NAMES[name] ?? name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase();
  return path.split(".").map(words).join(": ");
}

function inWords(value: unknown): { words: string; isCut: boolean } {
  if (value === null || value === undefined || value === "") return { words: "none", isCut: false };
  if (typeof value === "boolean") return { words: value ? "yes" : "no", isCut: false };
  if (typeof value === "number")
    return { words: Number.isInteger(value) ? formatInteger(value) : String(value), isCut: false };
  if (Array.isArray(value)) return listInWords(value);
  const text = String(value);
  if (CHECKSUM.test(text)) return { words: `${text.slice(0, 12)}…`, isCut: true };
  return text.length > LONGEST_TEXT
    ? { words: `${text.slice(0, LONGEST_TEXT)}…`, isCut: true }
    : { words: text, isCut: false };
}

/** A short list by what its members are called, a long one by their number. */
function listInWords(values: readonly unknown[]): { words: string; isCut: boolean } {
  if (values.length === 0) return { words: "none", isCut: false };
  const isDeep = values.some((value) => typeof value === "object" && value !== null);
  const names = values.map((value) =>
    typeof value === "object" && value !== null ? (value as { name?: unknown }).name : value,
  );
  if (values.length > LONGEST_LIST || !names.every((name) => typeof name === "string" || typeof name === "number"))
    return { words: plural(values.length, "entry", "entries"), isCut: true };
  return { words: names.join(", "), isCut: isDeep };
}
