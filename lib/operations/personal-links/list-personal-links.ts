import { z } from "zod";
import { PAID_IN_FULL } from "#lib/domain/studies/outcomes.ts";
import type { PersonalLink } from "#lib/domain/studies/study.ts";
import { getDb } from "#lib/store/db.ts";
import { listPersonalLinks as listLinks, listPassedWithoutLink } from "#lib/store/personal-links.ts";
import { defineOperation } from "../define-operation.ts";
import { requireStudy } from "../require-study.ts";

/**
 * The personal links of a study. Whoever holds one can rate as that person, so reading them needs the right to write.
 * `passedWithoutLink` counts those who passed the pilot that the study asks for and have no link; null without a pilot.
 */
export const listPersonalLinks = defineOperation({
  name: "personal-links/list-personal-links",
  permission: "studies.write",
  input: z.object({ studyId: z.string() }),
  deps: {},
  run: async (_actor, { studyId }): Promise<{ links: PersonalLink[]; passedWithoutLink: number | null }> => {
    const { design } = await requireStudy(getDb(), studyId);
    const links = await listLinks(getDb(), studyId);
    if (!design.qualifyingStudyId) return { links, passedWithoutLink: null };
    const people = await listPassedWithoutLink(getDb(), studyId, design.qualifyingStudyId, PAID_IN_FULL);
    return { links, passedWithoutLink: people.length };
  },
});
