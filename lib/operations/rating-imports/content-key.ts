import { createHash } from "node:crypto";
import path from "node:path";
import { canonicalJson } from "#lib/domain/episodes/import/canonical-json.ts";
import type { RatingMapping } from "#lib/domain/rating-imports/rating-mapping.ts";

/** A file's name without its ending. */
export function baseNameOf(fileName: string): string {
  return path.posix.parse(fileName).name;
}

/**
 * What makes two imports the same: the file's bytes and everything that somebody said about them. A sheet without a
 * rater and a judge's file without a name are told apart by their file's name.
 */
export function contentKeyOf(sha256: string, mapping: RatingMapping, fileName: string): string {
  const said = mapping.rater === "" && mapping.judge.name === "" ? baseNameOf(fileName) : "";
  const text = `${sha256} ${canonicalJson(JSON.parse(JSON.stringify(mapping)))} ${said}`;
  return createHash("sha256").update(text).digest("hex");
}
