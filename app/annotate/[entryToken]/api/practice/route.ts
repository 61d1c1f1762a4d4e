import { parseGo } from "#components/annotations/rating/go.ts";
import { finishPractice } from "#lib/operations/visits/finish-practice.ts";
import { submitPractice } from "#lib/operations/visits/submit-practice.ts";
import { defineVisitRoute, seeOther } from "../../visit-route.ts";
import { ratingsOfForm } from "../ratings-of-form.ts";

/** One dimension of the practice, or a step to another one. Scores count as an answer only when both are there. */
export const POST = defineVisitRoute(async ({ actor, form, json, paths }) => {
  if (!form) return submitPractice(actor, json as Parameters<typeof submitPractice>[1]);
  const dimension = String(form.get("dimension") ?? "");
  const wanted = String(form.get("go") ?? "");
  const go = parseGo(wanted);
  if (go.kind === "dimension") return seeOther(`${paths.practiceOn(go.id)}#rating`);
  if (go.kind === "guidelines")
    return seeOther(
      `${paths.guideline(dimension)}?from=${encodeURIComponent(paths.practiceOn(dimension).slice(paths.base.length + 1))}`,
    );
  if (wanted === "finish") {
    await finishPractice(actor, {});
    return seeOther(paths.start);
  }
  if (wanted !== "compare") return seeOther(`${paths.practiceOn(dimension)}#rating`);
  const ratings = ratingsOfForm(form, dimension);
  if (ratings.some(({ score }) => score === null)) return seeOther(`${paths.practiceOn(dimension)}?missing=1#rating`);
  await submitPractice(actor, { ratings });
  return seeOther(`${paths.practiceOn(dimension)}#rating`);
});
