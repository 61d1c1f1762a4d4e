import { draftChangesSchema, type RatingDraft } from "#lib/domain/annotations/rating-draft.ts";
import { AppError } from "#lib/domain/shared/errors.ts";

/** Both agents' ratings on one dimension as the rating form sends them. Throws `INVALID` for what no form could send. */
export function ratingsOfForm(form: FormData, dimension: string): RatingDraft[] {
  return parseRatings(
    ([1, 2] as const).map((agent) => ({
      agent,
      dimension,
      score: readScore(form.get(`score-${agent}`)),
      // Browsers send line ends as CR LF; the page counts them as one.
      rationale: String(form.get(`rationale-${agent}`) ?? "").replaceAll("\r\n", "\n"),
      evidence: form.getAll(`evidence-${agent}`).map(Number),
    })),
  );
}

/** Parses ratings that came from a page. Throws `INVALID` with a sentence. */
export function parseRatings(value: unknown): RatingDraft[] {
  const parsed = draftChangesSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const reason = parsed.error.issues[0]?.message ?? "unknown";
  throw new AppError(
    "INVALID",
    `What was sent could not be read (${reason}). What was saved before is safe. Go back and try again.`,
  );
}

function readScore(value: FormDataEntryValue | null): number | null {
  return typeof value === "string" && value !== "" ? Number(value) : null;
}
