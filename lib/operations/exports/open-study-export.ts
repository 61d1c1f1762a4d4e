import { z } from "zod";
import type { Actor } from "#lib/domain/access/actor.ts";
import { getGuidelines } from "#lib/domain/annotations/guidelines/get-guidelines.ts";
import { canonicalJson } from "#lib/domain/episodes/import/canonical-json.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { exportFileName } from "#lib/domain/studies/export/file-name.ts";
import {
  EXPORT_FORMAT_FACTS,
  type ExportFormat,
  exportFormatSchema,
  MEDIA_TYPES,
  type OpenedExport,
} from "#lib/domain/studies/export/formats.ts";
import { MANIFEST_NOTES, type Manifest } from "#lib/domain/studies/export/manifest.ts";
import { snapshotCounts, submittedKeys } from "#lib/domain/studies/export/snapshot.ts";
import { hasSotopiaDimensions } from "#lib/domain/studies/export/sotopia-annotation.ts";
import { zipStream } from "#lib/export-files/zip.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { createStudyExport, findExportedStudy } from "#lib/store/study-export.ts";
import { readExportSnapshot } from "#lib/store/study-export-people.ts";
import { defineOperation } from "../define-operation.ts";
import { sha256 } from "../sha256.ts";
import type { ExportSource } from "./export-source.ts";
import { readFrozenDesign } from "./read-frozen-design.ts";
import { buildExportFile, bundleFormats, type ExportFile } from "./study-export-files.ts";

const inputSchema = z.object({ studyId: z.string().min(1).max(100), format: exportFormatSchema });

/**
 * Opens an export of a study, streamed: its submitted annotations, everything that was given out, and everybody who came.
 * All files of a bundle are written from one snapshot taken now, so that they agree to the row. Recorded in the audit log before the first byte.
 * Throws `NOT_FOUND` for an unknown study, `INVALID` for SOTOPIA records of a study with other scales.
 */
export const openStudyExport = defineOperation({
  name: "exports/open-study-export",
  permission: "annotations.export",
  input: inputSchema,
  deps: { now: () => new Date() },
  run: async (actor, { studyId, format }, { now }): Promise<OpenedExport> => {
    const study = await findExportedStudy(studyId);
    if (!study) throw new AppError("NOT_FOUND", "There is no study with this id.");
    if (format === "sotopia" && !hasSotopiaDimensions(study.dimensions.map((dimension) => dimension.id))) {
      throw new AppError(
        "INVALID",
        "SOTOPIA’s record holds the seven dimensions only, and this study has others. Take the JSON Lines instead.",
      );
    }
    const source: ExportSource = { study, snapshot: await readExportSnapshot(studyId) };
    await recordAudit(getDb(), {
      actor,
      action: "annotations.export",
      subjectKind: "study",
      subjectId: studyId,
      after: { format, annotations: submittedKeys(source.snapshot).length },
    });
    const facts = EXPORT_FORMAT_FACTS[format];
    const content = format === "bundle" ? bundle(actor, source, now()) : buildExportFile(format, source).content();
    return {
      fileName: exportFileName(study.name, facts.fileName),
      mediaType: MEDIA_TYPES[facts.kind],
      content,
    };
  },
});

function bundle(actor: Actor, source: ExportSource, at: Date): AsyncIterable<Uint8Array> {
  const files = bundleFormats(source.study).map((format) => buildExportFile(format, source));
  const manifestEntry = {
    name: "manifest.json",
    // Asked for last, when every other file has passed and been counted.
    content: async function* () {
      const manifest = await buildManifest(source, files, at);
      await keep(actor, source.study.studyId, "bundle", manifest);
      yield `${JSON.stringify(manifest, null, 2)}\n`;
    },
  };
  return zipStream([...files, manifestEntry], at);
}

async function buildManifest(source: ExportSource, files: readonly ExportFile[], at: Date): Promise<Manifest> {
  const described = files.map((file) => file.describe());
  const rowsOf = (format: ExportFormat) =>
    described.find((file) => file.name === EXPORT_FORMAT_FACTS[format].fileName)?.rows ?? 0;
  return {
    format: "sotopia-studio-export",
    version: 2,
    exportedAt: at.toISOString(),
    study: source.study,
    guidelinesSha256: sha256(canonicalJson(getGuidelines(source.study.guidelinesVersion))),
    frozenDesign: await readFrozenDesign(source.study),
    counts: { items: rowsOf("items"), ratings: rowsOf("csv-long"), ...snapshotCounts(source.snapshot) },
    notes: [...MANIFEST_NOTES],
    files: described,
  };
}

async function keep(actor: Actor, studyId: string, format: ExportFormat, manifest: Manifest): Promise<void> {
  await createStudyExport({ studyId, format, manifest, createdById: actor.kind === "user" ? actor.userId : null });
}
