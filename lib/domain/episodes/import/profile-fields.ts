import { isNoText } from "./context-text.ts";
import { type RepairLog, textOf } from "./fields.ts";
import type { JsonObject } from "./parsed-row.ts";

/**
 * Readers for the fields of a profile record; each records what it changed. Spellings that the published files use
 * throughout (digits as text, “nan” for nothing) are ways of writing, not repairs: noted on every row, they would hide the
 * rows that were repaired.
 */
export type ProfileFields = {
  /** A text, cleaned; "" when missing. */
  text(key: string): string;
  /** A text, or JSON written out; null when missing, blank or one of the words for nothing (“nan”, “none”). */
  optional(key: string): string | null;
  /** A list of texts, each trimmed; empty ones left out. */
  list(key: string): string[];
  /** A whole number, also one written as text; null otherwise. */
  integer(key: string): number | null;
  /** A relationship 0 to 5, also written as a digit or as its name; null when missing. */
  relationship(key: string): number | null;
  /** One text of field `key`, cleaned. */
  clean(text: string, key: string): string;
};

const NAMES = ["stranger", "know_by_name", "acquaintance", "friend", "romantic_relationship", "family_member"];

/** Builds the field readers for one record. */
export function profileFields(record: JsonObject, log: RepairLog): ProfileFields {
  const clean = (text: string, key: string): string => {
    let out = text;
    if (out.includes("\\'")) {
      out = out.replaceAll("\\'", "'");
      log.note("escaped-apostrophe", `In “${key}”, a backslash before an apostrophe was taken away.`);
    }
    if (out !== out.trim()) {
      out = out.trim();
      log.note("trimmed-text", `Blanks around the text of “${key}” were taken away.`);
    }
    return out;
  };
  const text = (key: string) => clean(textOf(record[key]), key);
  return {
    clean,
    text,
    optional(key) {
      const value = record[key];
      if (value === null || value === undefined) return null;
      const words = typeof value === "string" ? clean(value, key) : JSON.stringify(value);
      return words === "" || isNoText(words) ? null : words;
    },
    list(key) {
      const value = record[key];
      const items = Array.isArray(value) ? value.filter((item) => typeof item === "string") : textOf(value).split(",");
      if (items.some((item) => item !== item.trim()))
        log.note("list-spaces", `Blanks around the entries of “${key}” were taken away.`);
      return items.map((item) => item.trim()).filter((item) => item !== "");
    },
    integer(key) {
      const value = typeof record[key] === "string" && record[key].trim() !== "" ? Number(record[key]) : record[key];
      return typeof value === "number" && Number.isInteger(value) ? value : null;
    },
    relationship(key) {
      const value = record[key];
      if (value === null || value === undefined || value === "") return null;
      if (typeof value === "number") return value;
      const spelled = textOf(value).trim();
      return /^\d$/.test(spelled) ? Number(spelled) : NAMES.indexOf(spelled);
    },
  };
}
