import { z } from "zod";
import { can } from "#lib/domain/access/permissions.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { EXPORT_FORMATS, type ExportFormat } from "#lib/domain/studies/export/formats.ts";
import { snapshotCounts } from "#lib/domain/studies/export/snapshot.ts";
import { hasSotopiaDimensions } from "#lib/domain/studies/export/sotopia-annotation.ts";
import { findExportedStudy } from "#lib/store/study-export.ts";
import { readExportSnapshot } from "#lib/store/study-export-people.ts";
import { defineOperation } from "../define-operation.ts";

/** What can be exported from a study right now, and whether this actor may take the panel ids. */
export type ExportOffer = {
  studyId: string;
  name: string;
  formats: ExportFormat[];
  annotations: number;
  excluded: number;
  /** Everything that was given to somebody, and everybody who came. */
  assignments: number;
  annotators: number;
  hasPanelFile: boolean;
};

/** Counts exactly what {@link openStudyExport} would write. Throws `NOT_FOUND` for an unknown study. */
export const getExportOffer = defineOperation({
  name: "exports/get-export-offer",
  permission: "annotations.export",
  input: z.object({ studyId: z.string().min(1).max(100) }),
  deps: {},
  run: async (actor, { studyId }): Promise<ExportOffer> => {
    const study = await findExportedStudy(studyId);
    if (!study) throw new AppError("NOT_FOUND", "There is no study with this id.");
    const counts = snapshotCounts(await readExportSnapshot(studyId));
    const fits = hasSotopiaDimensions(study.dimensions.map((dimension) => dimension.id));
    return {
      studyId,
      name: study.name,
      formats: EXPORT_FORMATS.filter((format) => format !== "sotopia" || fits),
      annotations: counts.annotations,
      excluded: counts.excludedAnnotations,
      assignments: counts.assignments,
      annotators: counts.annotators,
      hasPanelFile: study.panelKind !== "none" && can(actor, "panel-identities.export"),
    };
  },
});
