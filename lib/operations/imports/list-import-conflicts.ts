import { z } from "zod";
import {
  CONFLICT_KINDS,
  type ConflictCounts,
  type ConflictStanding,
  type ImportConflict,
  versionDifferences,
} from "#lib/domain/episodes/import-conflicts.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { listBoundSourceIds } from "#lib/store/conflicts.ts";
import { getDb } from "#lib/store/db.ts";
import {
  type ComparedVersion,
  type ConflictLine,
  countImportConflicts,
  listComparedVersions,
  listConflictLines,
} from "#lib/store/import-conflicts.ts";
import { findImport } from "#lib/store/imports.ts";
import { defineOperation } from "../define-operation.ts";

type Listed = { conflicts: ImportConflict[]; next: number | null; counts: ConflictCounts };

/**
 * The conflicts that an import reports, a page at a time in the order of its file: in what the versions differ, and what
 * was decided. `counts` is of the whole file. `next` is the record to go on after, null at the end. Throws `NOT_FOUND`.
 */
export const listImportConflicts = defineOperation({
  name: "imports/list-import-conflicts",
  permission: "episodes.read",
  input: z.object({
    importId: z.string().min(1),
    after: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  deps: {},
  async run(_actor, { importId, after, limit }): Promise<Listed> {
    if (!(await findImport(importId))) throw new AppError("NOT_FOUND", "There is no such import.");
    const db = getDb();
    const rows = await listConflictLines(db, importId, after, limit + 1);
    const lines = rows.slice(0, limit);
    const conflicts: ImportConflict[] = [];
    for (const kind of CONFLICT_KINDS) {
      const own = lines.filter((line) => line.kind === kind);
      const ids = [...new Set(own.map(({ sourceId }) => sourceId))];
      const versions = Map.groupBy(await listComparedVersions(db, kind, ids), ({ sourceId }) => sourceId);
      const bound = await listBoundSourceIds(db, kind, ids);
      conflicts.push(...own.flatMap((line) => toConflict(line, versions.get(line.sourceId) ?? [], bound)));
    }
    conflicts.sort((one, other) => one.record - other.record);
    const next = rows.length > limit ? (lines.at(-1)?.record ?? null) : null;
    return { conflicts, next, counts: await countImportConflicts(db, importId) };
  },
});

/** Nothing where the version that a line tells of was deleted since. */
function toConflict(line: ConflictLine, versions: ComparedVersion[], bound: ReadonlySet<string>): ImportConflict[] {
  const [older, newer] = [versions[0], versions.find(({ id }) => id === line.recordId)];
  if (!older || !newer) return [];
  const { recordId: _recordId, ...place } = line;
  return [
    {
      ...place,
      standing: standingOf(older, newer),
      isReversible: !bound.has(line.sourceId),
      olderId: older.id,
      newerId: newer.id,
      differences: versionDifferences(older.content, newer.content),
    },
  ];
}

function standingOf(older: ComparedVersion, newer: ComparedVersion): ConflictStanding {
  if (newer.conflictState === "chosen") return "newer";
  if (older.conflictState === "chosen") return "older";
  if (newer.conflictState === "kept") return "all";
  return newer.conflictState === "set-aside" ? "another" : "undecided";
}
