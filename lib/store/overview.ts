import type { DbOrTransaction } from "./db.ts";

/** What the home page knows at a glance; every number is bounded or read from an index. */
export type Overview = {
  hasEpisodes: boolean;
  hasOwnEpisodes: boolean;
  hasOwnStudies: boolean;
  hasSubmissions: boolean;
  hasOwnAnalyses: boolean;
  hasDemo: boolean;
  openConflicts: number;
  runningImports: { id: string; fileName: string; rowsDone: number; bytes: number; bytesDone: number }[];
};

type Flags = Omit<Overview, "runningImports" | "openConflicts"> & { openConflicts: bigint };

/** Reads the overview in two round trips. Conflicts are counted up to 1,000. */
export async function readOverview(db: DbOrTransaction): Promise<Overview> {
  const [flags] = await db.$queryRaw<Flags[]>`
    SELECT EXISTS (SELECT 1 FROM episodes) AS "hasEpisodes",
      EXISTS (SELECT 1 FROM episodes WHERE NOT is_demo) AS "hasOwnEpisodes",
      EXISTS (SELECT 1 FROM studies WHERE NOT is_demo) AS "hasOwnStudies",
      EXISTS (SELECT 1 FROM annotations n JOIN studies s ON s.id = n.study_id JOIN assignments g ON g.id = n.assignment_id
        JOIN annotators r ON r.id = g.annotator_id WHERE n.state = 'submitted' AND NOT s.is_demo AND NOT r.is_preview) AS "hasSubmissions",
      EXISTS (SELECT 1 FROM analyses WHERE NOT is_demo) AS "hasOwnAnalyses",
      EXISTS (SELECT 1 FROM studies WHERE is_demo) OR EXISTS (SELECT 1 FROM episodes WHERE is_demo) AS "hasDemo",
      (SELECT count(*) FROM (SELECT 1 FROM episodes WHERE conflict_state = 'open' LIMIT 1000) c) AS "openConflicts"`;
  const imports = await db.episodeImport.findMany({
    where: { state: { in: ["queued", "running"] } },
    orderBy: { createdAt: "asc" },
    take: 5,
    select: { id: true, fileName: true, rowsDone: true, bytes: true, bytesDone: true },
  });
  return {
    hasEpisodes: flags?.hasEpisodes ?? false,
    hasOwnEpisodes: flags?.hasOwnEpisodes ?? false,
    hasOwnStudies: flags?.hasOwnStudies ?? false,
    hasSubmissions: flags?.hasSubmissions ?? false,
    hasOwnAnalyses: flags?.hasOwnAnalyses ?? false,
    hasDemo: flags?.hasDemo ?? false,
    openConflicts: Number(flags?.openConflicts ?? 0),
    runningImports: imports.map((row) => ({ ...row, bytes: Number(row.bytes), bytesDone: Number(row.bytesDone) })),
  };
}
