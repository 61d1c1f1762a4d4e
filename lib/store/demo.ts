import type { DbOrTransaction } from "./db.ts";

/** What was removed, and the demo episodes that stay because studies of the researcher's own use them. */
export type DemoRemoval = { studies: number; episodes: number; keptEpisodes: number };

/**
 * Removes everything marked as demo: the analysis, studies with their annotators and annotations, episodes with their judgments,
 * characters, scenarios, relationships, the demo judge. Call it in a transaction. Demo episodes that other studies use are kept.
 */
export async function deleteDemo(db: DbOrTransaction): Promise<DemoRemoval> {
  await db.analysis.deleteMany({ where: { isDemo: true } });
  await db.annotator.deleteMany({ where: { study: { isDemo: true } } });
  await db.study.updateMany({ where: { isDemo: true, launchedAt: null }, data: { qualifyingStudyId: null } });
  const studies = await db.study.deleteMany({ where: { isDemo: true } });
  const episodes = await db.episode.deleteMany({ where: { isDemo: true, studyItems: { none: {} } } });
  const keptEpisodes = await db.episode.count({ where: { isDemo: true } });
  if (keptEpisodes === 0) {
    await db.judge.deleteMany({ where: { isDemo: true, judgments: { none: {} } } });
    await db.scenarioCombo.deleteMany({ where: { isDemo: true } });
    await db.relationshipProfile.deleteMany({ where: { isDemo: true } });
    await db.scenario.deleteMany({ where: { isDemo: true } });
    await db.agentProfile.deleteMany({ where: { isDemo: true } });
    await db.episodeImport.deleteMany({ where: { isDemo: true } });
  }
  return { studies: studies.count, episodes: episodes.count, keptEpisodes };
}

/** Names of the researcher's own studies that admit only those who completed a demo pilot. */
export async function listStudiesQualifiedByDemo(db: DbOrTransaction): Promise<string[]> {
  const rows = await db.study.findMany({
    where: { isDemo: false, qualifyingStudy: { isDemo: true } },
    select: { name: true },
  });
  return rows.map((row) => row.name);
}
