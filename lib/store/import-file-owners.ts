import { getDb } from "./db.ts";

/** Imports of both kinds that failed or were stopped before a moment and still have their file. */
export async function listStoppedFiles(before: Date): Promise<string[]> {
  const rows = await getDb().$queryRaw<{ path: string }[]>`
    SELECT stored_path AS path FROM episode_imports
    WHERE state IN ('failed', 'canceled') AND stored_path <> '' AND finished_at < ${before}
    UNION ALL SELECT stored_path FROM rating_imports
    WHERE state IN ('failed', 'canceled') AND stored_path <> '' AND finished_at < ${before}`;
  return rows.map((row) => row.path);
}

/** Of these stored paths, the ones that belong to no import. */
export async function findStrayFiles(storedPaths: readonly string[]): Promise<string[]> {
  if (storedPaths.length === 0) return [];
  const rows = await getDb().$queryRaw<{ path: string }[]>`
    SELECT given AS path FROM unnest(${[...storedPaths]}::text[]) AS given
    WHERE NOT EXISTS (SELECT 1 FROM episode_imports WHERE stored_path = given)
      AND NOT EXISTS (SELECT 1 FROM rating_imports WHERE stored_path = given)`;
  return rows.map((row) => row.path);
}

/**
 * Forgets a file of an import that has stopped: it can no longer be tried again. False when it was told to go on meanwhile,
 * and needs its file.
 */
export async function forgetStoppedFile(storedPath: string): Promise<boolean> {
  const db = getDb();
  const isStopped = { storedPath, state: { in: ["failed", "canceled"] } };
  const episodes = await db.episodeImport.updateMany({ where: isStopped, data: { storedPath: "" } });
  const ratings = await db.ratingImport.updateMany({ where: isStopped, data: { storedPath: "" } });
  return episodes.count + ratings.count > 0;
}
