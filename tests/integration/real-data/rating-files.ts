import { createReadStream } from "node:fs";
import path from "node:path";
import type { RatingMapping } from "#lib/domain/rating-imports/rating-mapping.ts";
import { confirmRatingMapping } from "#lib/operations/rating-imports/confirm-rating-mapping.ts";
import { getRatingImport } from "#lib/operations/rating-imports/get-rating-import.ts";
import { importRatingFile } from "#lib/operations/rating-imports/import-rating-file.ts";
import { runRatingImport } from "#lib/operations/rating-imports/run-rating-import.ts";
import { SHARED_FOLDER, SYSTEM } from "./shared-files.ts";

/** Imports one file of ratings of the shared folder as page and worker do, with the proposed mapping or what `change` makes of it. */
export async function importSharedRatings(
  file: string,
  mapping = {},
  change = (proposed: RatingMapping): RatingMapping => proposed,
) {
  const deps = { enqueue: async () => null };
  const source = createReadStream(path.join(SHARED_FOLDER, file));
  const row = await importRatingFile(SYSTEM, { fileName: path.basename(file), source, mapping }, deps);
  if (row.state === "mapping") {
    const view = await getRatingImport(SYSTEM, { importId: row.id });
    await confirmRatingMapping(SYSTEM, { importId: row.id, mapping: change(view.mapping) }, deps);
  }
  const done = await runRatingImport(SYSTEM, { importId: row.id });
  return { ...done, isRepeat: row.isRepeat };
}
