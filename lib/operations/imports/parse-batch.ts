import { hash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { recordExcerpt } from "#lib/domain/episodes/import/bad-line.ts";
import { canonicalJson } from "#lib/domain/episodes/import/canonical-json.ts";
import { parseRecord } from "#lib/domain/episodes/import/parse-record.ts";
import type { ParsedRow, ProfileLookup } from "#lib/domain/episodes/import/parsed-row.ts";
import { episodeMeaning } from "#lib/domain/episodes/import-decision.ts";
import { readyRecord } from "#lib/store/import-contents.ts";
import type { ImportRecord, ReadRecord } from "#lib/store/import-types.ts";
import type { FileRecord } from "./read-records.ts";

/** SHA-256 in hexadecimal, as the domain's hash argument. */
export function sha256(text: string): string {
  return hash("sha256", text, "hex");
}

/** The hash of an episode's meaning; empty for anything else. */
export function meaningHashOf(parsed: ParsedRow): string {
  if (parsed.outcome === "refused" || parsed.kind !== "episode") return "";
  return sha256(canonicalJson(episodeMeaning(parsed)));
}

/**
 * Parses the records of one batch and makes them ready to be written. Only refused ones keep an excerpt.
 * @param profiles those that the records name, looked up before
 */
export async function parseBatch(records: FileRecord[], profiles: ProfileLookup): Promise<ImportRecord[]> {
  const parsed: ImportRecord[] = [];
  for (const record of records) {
    parsed.push(readyRecord(parseOne(record, profiles)));
    // The batch before is being written meanwhile: the answers of the database must not wait for a whole batch.
    await setImmediate();
  }
  return parsed;
}

function parseOne({ record, line, text, content }: FileRecord, profiles: ProfileLookup): ReadRecord {
  if (!("json" in content)) {
    return { record, line, text, parsed: content.refused, meaningHash: "", excerpt: content.excerpt };
  }
  const parsed = parseRecord(content.json, { hash: sha256, profiles });
  if (parsed.outcome === "refused") {
    return { record, line, text, parsed, meaningHash: "", excerpt: recordExcerpt(text) };
  }
  if (content.note) parsed.repairs.push({ code: "not-a-number", message: content.note });
  return { record, line, text, parsed, meaningHash: meaningHashOf(parsed), excerpt: "" };
}
