import { createHash } from "node:crypto";
import path from "node:path";
import { canonicalJson } from "#lib/domain/episodes/import/canonical-json.ts";
import type { RatingMapping, RatingShape } from "#lib/domain/rating-imports/rating-mapping.ts";

/** A file's name without its ending. */
export function baseNameOf(fileName: string): string {
  return path.posix.parse(fileName).name;
}

/** Whether the file's own name says who rated: a sheet without a rater, a judge's scores without a judge. */
function isNamedByFile(shape: RatingShape, { rater, judge }: RatingMapping): boolean {
  if (shape === "pilot-sheet") return rater === "";
  return shape === "judge-by-episode" && judge.name === "";
}

/** What makes two imports the same: the file's bytes and everything that is said about them, its name where that counts. */
export function contentKeyOf(
  file: { sha256: string; fileName: string; shape: RatingShape },
  mapping: RatingMapping,
): string {
  const name = isNamedByFile(file.shape, mapping) ? baseNameOf(file.fileName) : "";
  const text = `${file.sha256} ${canonicalJson(JSON.parse(JSON.stringify(mapping)))} ${name}`;
  return createHash("sha256").update(text).digest("hex");
}
