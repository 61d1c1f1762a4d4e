import { AppError } from "#lib/domain/shared/errors.ts";
import { GUIDELINES_V1 } from "./guidelines-v1.ts";
import { GUIDELINES_V2 } from "./guidelines-v2.ts";
import type { CheckQuestion, Guidelines } from "./types.ts";

const ALL: readonly Guidelines[] = [GUIDELINES_V1, GUIDELINES_V2];

/** Every version that a study may name, oldest first. */
export const GUIDELINES_VERSIONS: readonly string[] = ALL.map((guidelines) => guidelines.version);

/** The version that new studies start with. */
export const CURRENT_GUIDELINES_VERSION: string = GUIDELINES_V2.version;

/** The guidelines of one version. Throws `NOT_FOUND` for a version this build does not carry. */
export function getGuidelines(version: string): Guidelines {
  const found = ALL.find((guidelines) => guidelines.version === version);
  if (found) return found;
  throw new AppError(
    "NOT_FOUND",
    `There are no guidelines of version ${version} here. Nothing was changed. Choose one of: ${GUIDELINES_VERSIONS.join(", ")}.`,
  );
}

/** The questions of the comprehension check that fit a study with these dimensions, in their printed order. */
export function checkForDimensions(guidelines: Guidelines, dimensionIds: readonly string[]): CheckQuestion[] {
  return guidelines.check.filter((question) => question.about.every((id) => dimensionIds.includes(id)));
}
