import { z } from "zod";
import { GUIDELINES_VERSIONS } from "#lib/domain/annotations/guidelines/get-guidelines.ts";
import { dimensionSchema } from "#lib/domain/dimensions/dimension.ts";
import { onceRead } from "#lib/domain/shared/once-read.ts";
import { MAX_STUDY_NAME } from "./study-name.ts";

/** A pilot tries the design out; an official study is the one that is reported. They differ by settings only. */
const STUDY_KINDS = ["pilot", "official"] as const;
export type StudyKind = (typeof STUDY_KINDS)[number];

/** How annotators arrive: by personal link (`none`), from any panel with a completion URL (`generic`), or from Prolific. */
const PANEL_KINDS = ["none", "generic", "prolific"] as const;
export type PanelKind = (typeof PANEL_KINDS)[number];

/** The most items that one study may hold; a draw of more is refused with a sentence. */
export const MAX_STUDY_ITEMS = 20_000;

const WHOLE = "Give a whole number.";
const WEB_ADDRESS = "Give a full address that starts with https://.";

/** An absolute http(s) address; anything else (such as `javascript:`) could run in the annotator’s browser. */
function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]+/i.test(text) && URL.canParse(text);
}

/** What tells dimensions apart; read by itself, so that repeats are told beside whatever else is wrong. */
const namedDimensionsSchema = z.array(z.object({ id: z.string(), symbol: z.string() }));
const qualifyingSchema = z.object({ kind: z.enum(STUDY_KINDS), qualifyingStudyId: z.string().nullable() });

/**
 * Everything a researcher decides about a study, as one form and one frozen document. Counts are whole numbers,
 * `minutesPerItem` is the expected working time for one item, `rewardMinor` pays one completed visit in minor units
 * (pence, cents) and is null where no reward is set.
 */
export const studyDesignSchema = z
  .object({
    name: z.string().trim().min(1, "Give the study a name.").max(MAX_STUDY_NAME, "Keep the name under 120 characters."),
    kind: z.enum(STUDY_KINDS).default("official"),
    annotationsPerItem: z
      .int(WHOLE)
      .min(1, "At least 1 annotation per item.")
      .max(100, "At most 100 annotations per item.")
      .default(2),
    itemsPerAnnotator: z
      .int(WHOLE)
      .min(1, "At least 1 item per annotator.")
      .max(1000, "At most 1,000 items per annotator.")
      .default(1),
    minutesPerItem: z
      .int(WHOLE)
      .min(1, "At least 1 minute per item.")
      .max(600, "At most 600 minutes per item.")
      .default(12),
    guidelinesVersion: z.string().refine((version) => GUIDELINES_VERSIONS.includes(version), "No such guidelines."),
    consentText: z.string().trim().min(40, "Write what annotators agree to, at least a sentence.").max(20_000),
    contact: z.string().trim().max(200).default(""),
    hasPractice: z.boolean().default(true),
    isDesktopOnly: z.boolean().default(false),
    panelKind: z.enum(PANEL_KINDS).default("none"),
    panelStudyId: z.string().trim().max(100).default(""),
    completionUrl: z
      .string()
      .trim()
      .max(1000)
      .default("")
      .refine((text) => text === "" || isWebAddress(text), WEB_ADDRESS),
    rewardMinor: z.int("Give an amount such as 6.50.").min(0).max(10_000_000).nullable().default(null),
    currency: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z]{3}$/, "Use a three-letter currency code such as USD.")
      .default("USD"),
    qualifyingStudyId: z.string().nullable().default(null),
    seed: z.int(WHOLE).min(0, "Not below 0.").max(2_147_483_647).default(1),
    dimensions: z
      .array(dimensionSchema)
      .min(1, "A study needs at least one dimension.")
      .max(12, "At most 12 dimensions."),
  })
  .superRefine(({ kind, qualifyingStudyId }, context) => {
    const message = "Only an official study can ask for a passed pilot.";
    if (kind === "pilot" && qualifyingStudyId)
      context.addIssue({ code: "custom", path: ["qualifyingStudyId"], message });
  }, onceRead(qualifyingSchema))
  .superRefine(
    ({ dimensions }, context) => {
      for (const { path, message } of [...repeated(dimensions, "id"), ...repeated(dimensions, "symbol")])
        context.addIssue({ code: "custom", path: ["dimensions", ...path], message });
    },
    onceRead(z.object({ dimensions: namedDimensionsSchema })),
  );
export type StudyDesign = z.output<typeof studyDesignSchema>;
export type StudyDesignInput = z.input<typeof studyDesignSchema>;

type Repeat = { path: (string | number)[]; message: string };

/** Which dimensions have a field that one before has too. */
function repeated(dimensions: readonly { id: string; symbol: string }[], field: "id" | "symbol"): Repeat[] {
  const seen = new Set<string>();
  return dimensions.flatMap((dimension, index) => {
    const value = dimension[field];
    if (!seen.has(value)) {
      seen.add(value);
      return [];
    }
    return [{ path: [index, field], message: `Two dimensions have the same ${field}, ${value}.` }];
  });
}
