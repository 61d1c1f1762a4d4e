import { CURRENT_GUIDELINES_VERSION, getGuidelines } from "#lib/domain/annotations/guidelines/get-guidelines.ts";
import { SOTOPIA_DIMENSIONS } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import { studyDesignSchema } from "./design.ts";
import { designToFields, type FormFields } from "./design-form.ts";

/** The fields with which the form of a new study opens: the seven dimensions, two annotations per item, practice on. */
export function newStudyFields(): FormFields {
  const design = studyDesignSchema.parse({
    name: "-",
    guidelinesVersion: CURRENT_GUIDELINES_VERSION,
    consentText: getGuidelines(CURRENT_GUIDELINES_VERSION).consentText.body,
    itemsPerAnnotator: 2,
    dimensions: [...SOTOPIA_DIMENSIONS],
  });
  return { ...designToFields(design), name: "", planKind: "filter", sampleSize: "per-stratum", sampleCount: "10" };
}
