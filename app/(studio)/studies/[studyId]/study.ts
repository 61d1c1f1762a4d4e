import { cache } from "react";
import { getStudy } from "#lib/operations/studies/get-study.ts";
import { requireUser } from "#lib/web/current-actor.ts";
import { orNotFound } from "#lib/web/or-not-found.ts";

/** The study of the page and who looks at it, asked for once per request; the not-found page where there is none. */
export const loadStudy = cache(async (studyId: string) => {
  const actor = await requireUser();
  return { actor, study: await orNotFound(getStudy(actor, { studyId })) };
});

/** The parameters of every page of one study. */
export type StudyParams = { params: Promise<{ studyId: string }> };
