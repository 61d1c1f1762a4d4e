import { z } from "zod";
import { guessScales } from "#lib/domain/rating-imports/guess-scales.ts";
import { mappingFromForm } from "#lib/domain/rating-imports/mapping-fields.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { findRatingImport, saveMapping } from "#lib/store/rating-imports.ts";
import { defineOperation } from "../define-operation.ts";
import { sampleFile } from "./inspect-file.ts";
import { mappingOf } from "./rating-import-view.ts";

/**
 * Keeps what a form says of a waiting table, without importing yet, so that its page can show what would come of it.
 * Dimensions that are new get the scale that their scores suggest; those that are gone lose theirs. Throws `NOT_FOUND`,
 * `CONFLICT` when the import does not wait any more, and `INVALID` for a form that says no mapping.
 */
export const saveRatingMapping = defineOperation({
  name: "rating-imports/save-rating-mapping",
  permission: "ratings.import",
  input: z.object({ importId: z.string().min(1), fields: z.record(z.string(), z.string()) }),
  deps: {},
  async run(_actor, { importId, fields }) {
    const row = await findRatingImport(importId);
    if (!row) throw new AppError("NOT_FOUND", "There is no such import.");
    if (row.state !== "mapping") throw new AppError("CONFLICT", "This import does not wait for a mapping any more.");
    const mapping = mappingFromForm(fields, mappingOf(row));
    const { table } = mapping;
    if (table) {
      const { rows } = await sampleFile(row.storedPath);
      const said = new Map(table.scales.map((scale) => [scale.key, scale]));
      const found = guessScales(rows, table).map((scale) => said.get(scale.key) ?? scale);
      if (found.length > 0) table.scales = found;
    }
    await saveMapping(importId, mapping);
    return mapping;
  },
});
