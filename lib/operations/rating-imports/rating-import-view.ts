import { type RatingMapping, ratingMappingSchema } from "#lib/domain/rating-imports/rating-mapping.ts";
import type { RatingImportRow } from "#lib/store/rating-import-types.ts";
import { importSpeed } from "../imports/import-view.ts";

/** An import as it is shown: with its speed, its mapping parsed, and without where its file lies. */
export type RatingImportView = Omit<RatingImportRow, "storedPath" | "createdById" | "mapping" | "contentKey"> & {
  mapping: RatingMapping;
  recordsPerSecond: number | null;
  secondsLeft: number | null;
  canRetry: boolean;
};

/** The mapping of a stored import; a stored document is parsed again on the way out. */
export function mappingOf(row: RatingImportRow): RatingMapping {
  const parsed = ratingMappingSchema.safeParse(row.mapping);
  return parsed.success ? parsed.data : ratingMappingSchema.parse({});
}

/** Adds the speed to an import's row; `now` is the moment it is asked for. */
export function toRatingImportView(row: RatingImportRow, now: Date): RatingImportView {
  const { storedPath: _path, createdById: _by, contentKey: _key, mapping: _mapping, ...shown } = row;
  return { ...shown, mapping: mappingOf(row), ...importSpeed(row, now) };
}
