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
  type OpenedExport,
} from "#lib/domain/studies/export/formats.ts";
import { MANIFEST_NOTES, type Manifest } from "#lib/domain/studies/export/manifest.ts";
import { hasSotopiaDimensions } from "#lib/domain/studies/export/sotopia-annotation.ts";
import { zipStream } from "#lib/export-files/zip.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import {
  createStudyExport,
  findExportedStudy,
  listExportedAnnotationKeys,
  listExportedItems,
} from "#lib/store/study-export.ts";
import { defineOperation } from "../define-operation.ts";
import { sha256 } from "../sha256.ts";
import { buildExportFile, bundleFormats, type ExportFile, type ExportSource } from "./study-export-files.ts";

const inputSchema = z.object({ studyId: z.string().min(1).max(100), format: exportFormatSchema });

/**
 * Opens an export of a study's submitted annotations, streamed in constant memory. All files of a bundle are written
 * from one list of annotations taken now, so that they agree to the row. Recorded in the audit log before the first byte.
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
    const source: ExportSource = { study, keys: await listExportedAnnotationKeys(studyId) };
    await recordAudit(getDb(), {
      actor,
      action: "annotations.export",
      subjectKind: "study",
      subjectId: studyId,
      after: { format, annotations: source.keys.length },
    });
    const facts = EXPORT_FORMAT_FACTS[format];
    const content = format === "bundle" ? bundle(actor, source, now()) : buildExportFile(format, source).content();
    return {
      fileName: exportFileName(study.name, facts.fileName),
      mediaType: facts.mediaType,
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
  const items = await listExportedItems(source.study.studyId);
  const described = files.map((file) => file.describe());
  const ratings = described.find((file) => file.name === EXPORT_FORMAT_FACTS["csv-long"].fileName)?.rows ?? 0;
  return {
    format: "sotopia-studio-export",
    version: 1,
    exportedAt: at.toISOString(),
    study: source.study,
    guidelinesSha256: sha256(canonicalJson(getGuidelines(source.study.guidelinesVersion))),
    counts: {
      items: items.length,
      annotations: source.keys.length,
      excludedAnnotations: source.keys.filter((key) => key.isExcluded).length,
      ratings,
      annotators: new Set(source.keys.map((key) => key.annotatorId)).size,
    },
    notes: [...MANIFEST_NOTES],
    files: described,
  };
}

async function keep(actor: Actor, studyId: string, format: ExportFormat, manifest: Manifest): Promise<void> {
  await createStudyExport({ studyId, format, manifest, createdById: actor.kind === "user" ? actor.userId : null });
}
