import type { Actor } from "#lib/domain/access/actor.ts";
import { analysisQuestionSchema } from "#lib/domain/analysis/question.ts";
import { createAnalysis } from "#lib/operations/analysis/create-analysis.ts";
import { listSources } from "#lib/operations/analysis/list-sources.ts";
import { getDb } from "#lib/store/db.ts";
import { DEMO_ANALYSIS } from "./demo/settings.ts";

/** Saves the demo's question to its own studies and judge, in the way a researcher does. Call it after the studies. */
export async function insertDemoAnalysis(actor: Actor, now: Date): Promise<void> {
  const studies = await getDb().study.findMany({
    where: { isDemo: true },
    orderBy: { createdAt: "asc" },
    select: { id: true },
  });
  const { judges } = await listSources(actor, {});
  const question = analysisQuestionSchema.parse({
    studyIds: studies.map(({ id }) => id),
    judges: judges.filter(({ isDemo }) => isDemo).map(({ key }) => key),
    policies: DEMO_ANALYSIS.policies,
    partnerPolicies: DEMO_ANALYSIS.partnerPolicies,
  });
  const { analysisId } = await createAnalysis(actor, { name: DEMO_ANALYSIS.name, question }, { now: () => now });
  await getDb().analysis.update({ where: { id: analysisId }, data: { isDemo: true } });
}
