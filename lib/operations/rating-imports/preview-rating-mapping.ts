import { z } from "zod";
import { judgeName } from "#lib/domain/analysis/judge-name.ts";
import { guessTableMapping } from "#lib/domain/rating-imports/guess-mapping.ts";
import { guessScales } from "#lib/domain/rating-imports/guess-scales.ts";
import { type MappingPreview, readSample } from "#lib/domain/rating-imports/mapping-preview.ts";
import { type RatingMapping, ratingMappingSchema } from "#lib/domain/rating-imports/rating-mapping.ts";
import { buildRatingReader } from "#lib/domain/rating-imports/rating-reader.ts";
import type { RaterDraft } from "#lib/domain/rating-imports/rating-record.ts";
import { textOf } from "#lib/domain/rating-imports/read-score.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { raterOfFile } from "#lib/store/person-keys.ts";
import { findRatingImport } from "#lib/store/rating-imports.ts";
import { defineOperation } from "../define-operation.ts";
import { baseNameOf } from "./content-key.ts";
import { sampleFile } from "./inspect-file.ts";
import { columnsOfRaters } from "./parse-ratings.ts";
import { mappingOf } from "./rating-import-view.ts";

/** Records that a preview is counted over, and rows of the file shown. */
const COUNTED = 5_000;
const ROWS = 5;
const CELL = 80;

function shownCell(value: unknown, isPerson: boolean): string {
  const text = textOf(value);
  if (isPerson && text !== "") return raterOfFile(text).pseudonym;
  return text.length > CELL ? `${text.slice(0, CELL - 1)}…` : text;
}

/** A rater as a preview shows them: people under the pseudonym that they will have. */
function shownRater(rater: RaterDraft): string {
  if (rater.kind === "human") return raterOfFile(rater.id).pseudonym;
  return rater.kind === "judge" ? judgeName(rater) : rater.name;
}

/**
 * What a mapping would make of the beginning of a waiting table: its rows, the first ratings, what would be refused.
 * Without `mapping` the stored proposal is used; `guessScales` replaces its scales by those that its scores suggest.
 * Throws `NOT_FOUND`, and `CONFLICT` when the import does not wait any more.
 */
export const previewRatingMapping = defineOperation({
  name: "rating-imports/preview-rating-mapping",
  permission: "ratings.import",
  input: z.object({
    importId: z.string().min(1),
    mapping: ratingMappingSchema.optional(),
    guessScales: z.boolean().default(false),
  }),
  deps: {},
  async run(_actor, options): Promise<{ mapping: RatingMapping; preview: MappingPreview }> {
    const row = await findRatingImport(options.importId);
    if (!row) throw new AppError("NOT_FOUND", "There is no such import.");
    if (row.state !== "mapping") throw new AppError("CONFLICT", "This import does not wait for a mapping any more.");
    const given = options.mapping ?? mappingOf(row);
    const { rows, lines } = await sampleFile(row.storedPath, COUNTED);
    const table = given.table ?? guessTableMapping(rows);
    const scales = options.guessScales ? guessScales(rows, table) : table.scales;
    const mapping = { ...given, table: { ...table, scales } };
    const columns = [...new Set(rows.slice(0, 200).flatMap((fields) => Object.keys(fields)))];
    const people = new Set(columnsOfRaters(mapping));
    const baseName = baseNameOf(row.fileName);
    const reader = buildRatingReader({ shape: "table", mapping, baseName, dragFilled: null });
    const shown = rows.slice(0, ROWS).map((fields) => columns.map((name) => shownCell(fields[name], people.has(name))));
    return {
      mapping,
      preview: { columns, rows: shown, recordsRead: rows.length, ...readSample(rows, lines, reader, shownRater) },
    };
  },
});
