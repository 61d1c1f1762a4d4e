import { parseGo } from "#components/annotations/rating/go.ts";
import { emptyRating, isSameRating, keepUnarrived, mergeDraft } from "#lib/domain/annotations/merge-drafts.ts";
import type { RatingDraft } from "#lib/domain/annotations/rating-draft.ts";
import { isAppError } from "#lib/domain/shared/errors.ts";
import { extendLease } from "#lib/operations/annotations/extend-lease.ts";
import { saveDraft } from "#lib/operations/annotations/save-draft.ts";
import type { AnnotatorActor } from "#lib/web/annotator-cookie.ts";
import type { visitPaths } from "../../visit-paths.ts";
import { seeOther } from "../../visit-route.ts";
import { parseRatings, ratingsOfForm } from "../ratings-of-form.ts";

type Paths = ReturnType<typeof visitPaths>;
type Sent = { assignmentId: string; dimension: string; revision: number; mine: RatingDraft[]; base: RatingDraft[] };

/** How often a draft that another tab keeps changing is merged and tried again. */
const TRIES = 4;

/**
 * Saves the two ratings of one dimension as a form sent them and leads on to where its button says. When the draft has
 * moved on meanwhile, both copies are brought together and the page is shown again with a word about it.
 */
export async function saveDraftForm(actor: AnnotatorActor, form: FormData, paths: Paths): Promise<Response> {
  const sent = readForm(form);
  const wasMerged = await save(actor, sent);
  const go = parseGo(String(form.get("go") ?? ""));
  const here = paths.rateOn(sent.assignmentId, sent.dimension);
  if (wasMerged) return seeOther(`${here}?notice=merged#rating`);
  if (go.kind === "extend") await extendLease(actor, { assignmentId: sent.assignmentId });
  switch (go.kind) {
    case "dimension":
      return seeOther(`${paths.rateOn(sent.assignmentId, go.id)}#rating`);
    case "review":
      return seeOther(paths.review(sent.assignmentId));
    case "skip":
      return seeOther(paths.skip(sent.assignmentId));
    case "guidelines":
      return seeOther(
        `${paths.guideline(sent.dimension)}?from=${encodeURIComponent(here.slice(paths.base.length + 1))}`,
      );
    case "extend":
      return seeOther(`${here}?notice=extended#rating`);
    default:
      return seeOther(`${here}#rating`);
  }
}

function readForm(form: FormData): Sent {
  const dimension = String(form.get("dimension") ?? "");
  const go = parseGo(String(form.get("go") ?? ""));
  const base = parseRatings(readJson(String(form.get("base") ?? "[]")));
  const isWhole = form.get("whole") === "1";
  const mine = ratingsOfForm(form, dimension)
    .map((rating) => (isWhole ? rating : keepUnarrived(find(base, rating), rating)))
    .map((rating) => (go.kind === "clear" && go.agent === rating.agent ? { ...rating, score: null } : rating));
  return {
    assignmentId: String(form.get("assignmentId") ?? ""),
    dimension,
    revision: Number(form.get("revision")),
    mine,
    base,
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return [];
  }
}

/** Saves; true when another copy had to be merged in. */
async function save(actor: AnnotatorActor, sent: Sent): Promise<boolean> {
  let { revision, mine, base } = sent;
  for (let attempt = 1; ; attempt += 1) {
    const changes = mine.filter((rating) => !isSameRating(rating, find(base, rating)));
    try {
      await saveDraft(actor, { assignmentId: sent.assignmentId, revision, changes });
      return attempt > 1;
    } catch (error) {
      if (!isAppError(error) || error.code !== "STALE" || attempt >= TRIES) throw error;
      const current = error.details.current as { revision: number; ratings: RatingDraft[] };
      mine = mine.map((rating) => mergeForForm(find(base, rating), rating, find(current.ratings, rating)));
      base = current.ratings;
      revision = current.revision;
    }
  }
}

function find(ratings: readonly RatingDraft[], like: RatingDraft): RatingDraft {
  const same = ratings.find((rating) => rating.agent === like.agent && rating.dimension === like.dimension);
  return same ?? emptyRating(like.agent, like.dimension);
}

/** A form has one box for a reason, so two reasons that met stand in it one below the other. */
function mergeForForm(base: RatingDraft, mine: RatingDraft, theirs: RatingDraft): RatingDraft {
  const { merged, conflicts } = mergeDraft(base, mine, theirs);
  const other = conflicts.find((conflict) => conflict.field === "rationale");
  if (other?.field !== "rationale" || merged.rationale.includes(other.theirs)) return merged;
  return { ...merged, rationale: `${merged.rationale}\n\n[In the other tab:] ${other.theirs}` };
}
