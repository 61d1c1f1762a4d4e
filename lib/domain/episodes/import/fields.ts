import type { JsonObject, Repair, RepairCode } from "./parsed-row.ts";

/** True for a JSON object (not a list, not null). */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The text of a field, or "" for anything that is no text. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** The first of several fields that holds a text that is not blank, trimmed; null when none does. */
export function firstText(record: JsonObject, ...keys: string[]): string | null {
  for (const key of keys) {
    const text = textOf(record[key]).trim();
    if (text !== "") return text;
  }
  return null;
}

/** The texts of a list, in order; anything else gives an empty list. */
export function textList(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}

/** Collects repairs, each distinct one once. */
export type RepairLog = { repairs: Repair[]; note: (code: RepairCode, message: string) => void };

/** A new, empty {@link RepairLog}. */
export function createRepairLog(): RepairLog {
  const repairs: Repair[] = [];
  return {
    repairs,
    note(code, message) {
      if (!repairs.some((repair) => repair.code === code && repair.message === message))
        repairs.push({ code, message });
    },
  };
}
