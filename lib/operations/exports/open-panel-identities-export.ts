import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import type { Column } from "#lib/domain/studies/export/column.ts";
import { exportFileName } from "#lib/domain/studies/export/file-name.ts";
import type { OpenedExport } from "#lib/domain/studies/export/formats.ts";
import { panelIdentitiesTable } from "#lib/domain/studies/export/panel-identities-table.ts";
import { csvHead, csvRows } from "#lib/export-files/csv.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { findExportedStudy, listExportedPanelIdentities } from "#lib/store/study-export.ts";
import { defineOperation } from "../define-operation.ts";

/**
 * Opens the list of what the panel calls a study's annotators: personal data, for administrators alone, needed to pay
 * and to answer people. It holds no rating. Recorded in the audit log. Throws `NOT_FOUND` for an unknown study.
 */
export const openPanelIdentitiesExport = defineOperation({
  name: "exports/open-panel-identities-export",
  permission: "panel-identities.export",
  input: z.object({ studyId: z.string().min(1).max(100) }),
  deps: {},
  run: async (actor, { studyId }): Promise<OpenedExport> => {
    const study = await findExportedStudy(studyId);
    if (!study) throw new AppError("NOT_FOUND", "There is no study with this id.");
    const identities = await listExportedPanelIdentities(studyId);
    await recordAudit(getDb(), {
      actor,
      action: "panel-identities.export",
      subjectKind: "study",
      subjectId: studyId,
      after: { annotators: identities.length },
    });
    const table = panelIdentitiesTable();
    async function* content() {
      yield Buffer.from(csvHead(table.columns as unknown as Column<never>[]));
      yield Buffer.from(csvRows(table.columns, identities));
    }
    return {
      fileName: exportFileName(study.name, "panel-identities.csv"),
      mediaType: "text/csv; charset=utf-8",
      content: content(),
    };
  },
});
