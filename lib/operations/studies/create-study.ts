import { randomBytes, randomUUID } from "node:crypto";
import { z } from "zod";
import { getGuidelines } from "#lib/domain/annotations/guidelines/get-guidelines.ts";
import { buildCompletionCodes } from "#lib/domain/studies/codes.ts";
import { studyDesignSchema } from "#lib/domain/studies/design.ts";
import { consentVersionOf } from "#lib/domain/studies/design-hash.ts";
import { CODED_OUTCOMES } from "#lib/domain/studies/outcomes.ts";
import { requireDrawSize } from "#lib/domain/studies/sampling.ts";
import { samplingPlanSchema } from "#lib/domain/studies/sampling-plan.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { insertStudy } from "#lib/store/studies.ts";
import { drawFromEpisodes } from "#lib/store/study-candidates.ts";
import { replaceItems } from "#lib/store/study-items.ts";
import { defineOperation } from "../define-operation.ts";
import { sha256 } from "../sha256.ts";
import { requirePilot } from "./pilot-rules.ts";

/**
 * Makes a draft from a design and, with a plan, draws its items at once. Answers with what the draw left out, so that the
 * page can say so: ids that name no episode, episodes whose prompt belongs to another one, and undecided conflicts.
 */
export const createStudy = defineOperation({
  name: "studies/create-study",
  permission: "studies.write",
  input: z.object({ design: studyDesignSchema, plan: samplingPlanSchema.optional() }),
  deps: { now: () => new Date(), newToken: () => randomBytes(18).toString("base64url") },
  run: async (actor, { design, plan }, { now, newToken }) => {
    const db = getDb();
    await requirePilot(db, design);
    const draw = plan ? await drawFromEpisodes(db, plan, design.seed) : null;
    if (draw) requireDrawSize(draw.items.length);
    const studyId = randomUUID();
    const standardConsent = getGuidelines(design.guidelinesVersion).consentText;
    await db.$transaction(async (tx) => {
      await insertStudy(tx, {
        id: studyId,
        entryToken: newToken(),
        design,
        consentVersion: consentVersionOf(design.consentText, standardConsent, sha256),
        codes: buildCompletionCodes(CODED_OUTCOMES, () => randomBytes(1)[0] ?? 0),
        createdById: actor.kind === "user" ? actor.userId : null,
      });
      if (plan && draw) await replaceItems(tx, studyId, { plan, draw, seed: design.seed, at: now() });
      await recordAudit(tx, {
        actor,
        action: "studies.create",
        subjectKind: "study",
        subjectId: studyId,
        after: { name: design.name, kind: design.kind, items: draw?.items.length ?? 0 },
      });
    });
    return {
      studyId,
      itemCount: draw?.items.length ?? 0,
      unknownIds: draw?.unknownIds ?? [],
      foreignLeftOut: draw?.foreign.length ?? 0,
      undecidedLeftOut: draw?.undecided.length ?? 0,
    };
  },
});
