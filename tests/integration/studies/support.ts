import { randomUUID } from "node:crypto";
import type { AnnotatorActor } from "#lib/domain/access/annotator-actor.ts";
import { SOTOPIA_DIMENSIONS } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import type { AppError } from "#lib/domain/shared/errors.ts";
import type { StudyDesignInput } from "#lib/domain/studies/design.ts";
import type { SamplingPlanInput } from "#lib/domain/studies/sampling-plan.ts";
import { saveDraft } from "#lib/operations/annotations/save-draft.ts";
import { submitAnnotation } from "#lib/operations/annotations/submit-annotation.ts";
import { createStudy } from "#lib/operations/studies/create-study.ts";
import { getDb } from "#lib/store/db.ts";
import { makePerson, type UserActor } from "#tests/factories/people.ts";
import { type MadeStudy, makeEpisodes } from "#tests/factories/study.ts";
import { claim, completeRatings } from "#tests/factories/visits.ts";

/** A design that can be launched, for one annotator after another by personal link unless told otherwise. */
export function aDesign(changes: Partial<StudyDesignInput> = {}): StudyDesignInput {
  return {
    name: "Pier talk",
    guidelinesVersion: "1",
    consentText: "You agree that we keep what you rate and write. Write to {contact}.",
    contact: "team@example.org",
    dimensions: [...SOTOPIA_DIMENSIONS],
    ...changes,
  };
}

/** A researcher with episodes to draw from. */
export async function makeResearcher(episodes = 4): Promise<{ actor: UserActor; episodeIds: string[] }> {
  const { actor } = await makePerson("researcher");
  return { actor, episodeIds: await makeEpisodes(episodes) };
}

/** Sets the policies of some episodes, so that they form strata. */
export async function setPolicies(episodeIds: readonly string[], one: string, two: string): Promise<void> {
  await getDb().episode.updateMany({
    where: { id: { in: [...episodeIds] } },
    data: { agent1Policy: one, agent2Policy: two },
  });
}

/** Makes a draft through the operation; by a list of ids where they are given, else of every episode. */
export async function makeDraft(
  actor: UserActor,
  options: { design?: Partial<StudyDesignInput>; plan?: SamplingPlanInput } = {},
) {
  const plan = options.plan ?? { kind: "filter", filter: {} };
  return createStudy(actor, { design: aDesign(options.design), plan });
}

/** A study made by operations, in the shape that the factories of visits take. */
export async function asMadeStudy(studyId: string): Promise<MadeStudy> {
  const study = await getDb().study.findUniqueOrThrow({
    where: { id: studyId },
    include: { items: { orderBy: { position: "asc" } }, codes: true },
  });
  return {
    studyId,
    entryToken: study.entryToken,
    itemIds: study.items.map((item) => item.id),
    episodeIds: study.items.map((item) => item.episodeId),
    dimensions: SOTOPIA_DIMENSIONS,
    codes: Object.fromEntries(study.codes.map(({ outcome, code }) => [outcome, code])),
  };
}

/** Claims the next item of a person and submits it with every score given. Answers the assignment. */
export async function submitNext(actor: AnnotatorActor, study: MadeStudy): Promise<string> {
  const assignmentId = await claim(actor);
  await saveDraft(actor, {
    assignmentId,
    revision: 0,
    changes: completeRatings(study),
    activeMs: { goal: 60_000 },
  });
  await submitAnnotation(actor, { assignmentId, revision: 1, submissionKey: randomUUID() });
  return assignmentId;
}

/** The refusal of an operation; fails when it was not refused. */
export async function refusal(work: Promise<unknown>): Promise<AppError> {
  return work.then(
    () => {
      throw new Error("It was not refused.");
    },
    (error: AppError) => error,
  );
}
