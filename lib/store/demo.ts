import type { DbOrTransaction } from "./db.ts";

/** What was removed, and the demo episodes that stay because studies of the researcher's own use them. */
export type DemoRemoval = { studies: number; episodes: number; keptEpisodes: number };

/**
 * Removes everything marked as demo: the analysis, studies with their annotators and annotations, episodes with their judgments,
 * characters, scenarios, relationships, the demo judge. Call it in a transaction. Demo episodes that other studies use are kept.
 */
export async function deleteDemo(db: DbOrTransaction): Promise<DemoRemoval> {
  await db.analysis.deleteMany({ where: { isDemo: true } });
  await uncountDemoAnnotations(db);
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

/** Takes what is about to go out of the counts of episodes, some of which stay. */
async function uncountDemoAnnotations(db: DbOrTransaction): Promise<void> {
  await db.$executeRaw`
    UPDATE episodes e SET annotation_count = greatest(0, e.annotation_count - c.annotations)
    FROM (
      SELECT i.episode_id, count(*)::int AS annotations FROM study_items i JOIN studies s ON s.id = i.study_id
      JOIN assignments g ON g.study_item_id = i.id JOIN annotations n ON n.assignment_id = g.id
      JOIN annotators r ON r.id = g.annotator_id
      WHERE s.is_demo AND n.state = 'submitted' AND n.excluded_at IS NULL AND NOT r.is_preview GROUP BY i.episode_id) c
    WHERE e.id = c.episode_id`;
}

/** Names of the researcher's own studies that admit only those who completed a demo pilot. */
export async function listStudiesQualifiedByDemo(db: DbOrTransaction): Promise<string[]> {
  const rows = await db.study.findMany({
    where: { isDemo: false, qualifyingStudy: { isDemo: true } },
    select: { name: true },
  });
  return rows.map((row) => row.name);
}
