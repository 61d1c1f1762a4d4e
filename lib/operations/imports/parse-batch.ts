import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { recordExcerpt } from "#lib/domain/episodes/import/bad-line.ts";
import { canonicalJson } from "#lib/domain/episodes/import/canonical-json.ts";
import { parseRecord } from "#lib/domain/episodes/import/parse-record.ts";
import type { ParsedRow } from "#lib/domain/episodes/import/parsed-row.ts";
import { episodeMeaning } from "#lib/domain/episodes/import-decision.ts";
import type { ImportRecord } from "#lib/store/import-types.ts";
import type { ProfileCache } from "./profile-cache.ts";
import type { FileRecord } from "./read-records.ts";

const RECORDS_AT_A_STRETCH = 4;

/** SHA-256 in hexadecimal, as the domain's hash argument. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** The hash of an episode's meaning; empty for anything else. */
export function meaningHashOf(parsed: ParsedRow): string {
  if (parsed.outcome === "refused" || parsed.kind !== "episode") return "";
  return sha256(canonicalJson(episodeMeaning(parsed)));
}

/** Parses the records of one batch, after reading the profiles that they name. Only refused ones keep an excerpt. */
export async function parseBatch(records: FileRecord[], cache: ProfileCache): Promise<ImportRecord[]> {
  await cache.prepare(records.map(({ content }) => ("json" in content ? content.json : null)));
  const parsed: ImportRecord[] = [];
  for (const record of records) {
    parsed.push(parseOne(record, cache));
    // The batch before is being written meanwhile: the answers of the database must not wait for a whole batch.
    if (parsed.length % RECORDS_AT_A_STRETCH === 0) await setImmediate();
  }
  return parsed;
}

function parseOne({ record, line, text, content }: FileRecord, cache: ProfileCache): ImportRecord {
  if (!("json" in content)) {
    return { record, line, text, parsed: content.refused, meaningHash: "", excerpt: content.excerpt };
  }
  const parsed = parseRecord(content.json, { hash: sha256, profiles: cache });
  if (parsed.outcome === "refused") {
    return { record, line, text, parsed, meaningHash: "", excerpt: recordExcerpt(text) };
  }
  if (content.note) parsed.repairs.push({ code: "not-a-number", message: content.note });
  return { record, line, text, parsed, meaningHash: meaningHashOf(parsed), excerpt: "" };
}
