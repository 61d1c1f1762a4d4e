import type { RatingImportRow } from "#lib/store/rating-import-types.ts";
import { findByContentKey } from "#lib/store/rating-imports.ts";
import { isTaken } from "#lib/store/sql.ts";

/** How often a content is looked for again that was taken when writing and is free when reading: its import failed. */
const ATTEMPTS = 3;

/** What came of a write: its result, or the other import that has this content. */
export type OnceByContent<Result> = { made: Result } | { known: RatingImportRow };

/**
 * Writes an import of a content unless another one has it: looked up first, and again when the database refuses the
 * write because the same content came in at that moment. `own` is the import that is written, where it has a row.
 */
export async function onceByContent<Result>(
  contentKey: string,
  own: string | null,
  write: () => Promise<Result>,
): Promise<OnceByContent<Result>> {
  for (let attempt = 1; ; attempt += 1) {
    const known = await findByContentKey(contentKey);
    if (known && known.id !== own) return { known };
    try {
      return { made: await write() };
    } catch (error) {
      if (!isTaken(error) || attempt === ATTEMPTS) throw error;
    }
  }
}
