import { stat } from "node:fs/promises";
import { z } from "zod";
import { gatherMaterial } from "#lib/domain/analysis/replication/gather-material.ts";
import type { StudyMaterial } from "#lib/domain/analysis/replication/material.ts";
import { replicatePaper } from "#lib/domain/analysis/replication/replicate-paper.ts";
import type { Replication } from "#lib/domain/analysis/replication/replication.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { defineOperation } from "../define-operation.ts";
import { findRecordFiles } from "./find-files.ts";
import { readStudyFiles, type StudyFiles } from "./read-study-files.ts";

/** The replication, and the names of the files that hold its ratings, its episodes and the judge's scores. */
export type FileReplication = Replication & { used: { ratings: string[]; episodes: string[]; judges: string[] } };

/**
 * Finds the files of SOTOPIA-π's human study anywhere under a folder, by their content, and computes the paper's tables
 * anew. Needs no database. Throws `NOT_FOUND` for what is no folder, and `INVALID` for one without rating tables.
 */
export const replicateFiles = defineOperation({
  name: "replication/replicate-files",
  permission: "system.operate",
  input: z.object({ folder: z.string().min(1) }),
  deps: {},
  async run(_actor, { folder }): Promise<FileReplication> {
    const isFolder = await stat(folder).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (!isFolder) throw new AppError("NOT_FOUND", `${folder} is no folder.`);
    const files = await readStudyFiles(folder, await findRecordFiles(folder));
    if (files.ratings.length === 0)
      throw new AppError(
        "INVALID",
        `No table of SOTOPIA-π’s human study lies under ${folder}. Its tables have the columns pk, prolific_id, believability_1 … goal_2.`,
      );
    const episodes = files.episodes.flatMap(({ facts }) => facts);
    const material = gatherMaterial(files.ratings, episodes, files.judges);
    const notes = [...files.problems, ...material.notes];
    return { ...replicatePaper({ ...material, notes }), used: usedFiles(files, material) };
  },
});

/** The files that hold something of what was computed with; those that others replace are named in the notes. */
function usedFiles(files: StudyFiles, { episodes, judge }: StudyMaterial): FileReplication["used"] {
  const rated = new Set(episodes.map(({ id }) => id));
  return {
    ratings: files.ratings.map(({ name }) => name),
    episodes: files.episodes.filter(({ facts }) => facts.some(({ id }) => rated.has(id))).map(({ name }) => name),
    judges: judge === "" ? [] : [judge],
  };
}
