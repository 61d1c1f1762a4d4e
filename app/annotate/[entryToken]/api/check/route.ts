import { checkForStudy } from "#lib/domain/annotations/guidelines/check-for-study.ts";
import { getGuidelines } from "#lib/domain/annotations/guidelines/get-guidelines.ts";
import { answerCheck } from "#lib/operations/visits/answer-check.ts";
import { getVisit } from "#lib/operations/visits/get-visit.ts";
import { defineVisitRoute, seeOther } from "../../visit-route.ts";

/** One try at the comprehension check. A form with gaps costs no try. */
export const POST = defineVisitRoute(async ({ actor, form, paths }) => {
  const { study } = await getVisit(actor, {});
  const questions = checkForStudy(getGuidelines(study.guidelinesVersion), study.dimensions);
  const given = questions.map(({ id }) => readChoice(form?.get(id)));
  const address = `${paths.check}?given=${given.map((choice) => choice ?? "-").join(".")}`;
  if (given.includes(null)) return seeOther(`${address}&missing=1`);
  const answers = Object.fromEntries(questions.map(({ id }, index) => [id, given[index] ?? 0]));
  const result = await answerCheck(actor, { answers });
  return seeOther(result.isPassed || result.ended ? paths.start : address);
});

function readChoice(value: FormDataEntryValue | null | undefined): number | null {
  return typeof value === "string" && /^\d$/.test(value) ? Number(value) : null;
}
