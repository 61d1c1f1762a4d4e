import { type Findings, VIEW_NAMES, type ViewName } from "#lib/domain/analysis/findings/views.ts";
import { methodsParagraph } from "#lib/domain/analysis/methods.ts";
import type { AnalysisQuestion } from "#lib/domain/analysis/question.ts";
import { columnListTable } from "#lib/domain/analysis/tables/column-list.ts";
import type { FindingTable } from "#lib/domain/analysis/tables/finding-table.ts";
import { viewTables } from "#lib/domain/analysis/tables/view-tables.ts";
import { csvText } from "#lib/domain/shared/csv-text.ts";
import { type ZipEntry, zipStream } from "#lib/export-files/zip.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { defineOperation } from "../../define-operation.ts";
import { analysisChoiceSchema, askedOf } from "../analysis-input.ts";
import { computeView, readFingerprint, WHOLE } from "../engine/compute-view.ts";
import { forReader } from "../engine/for-reader.ts";

/**
 * Opens the bundle of an analysis at a version: the settings with the seed, a methods paragraph, and every view’s tables
 * as CSV with a list of their columns. Its numbers are those of the pages, with the resamples of the question, so that what a page has computed already
 * is not computed again. The first bytes leave at once and the tables of each view as soon as it is computed; the export
 * is recorded before. Figures are drawn in the browser, which adds them to this archive.
 * Throws `NOT_FOUND`; what fails later ends the archive in its middle.
 */
export const openAnalysisBundle = defineOperation({
  name: "analysis/open-analysis-bundle",
  permission: "analyses.read",
  input: analysisChoiceSchema,
  deps: { now: () => new Date(), computeView },
  run: async (actor, choice, deps) => {
    const { analysis, question, isExploratory } = await askedOf(choice);
    const fingerprint = await readFingerprint(question);
    await recordAudit(getDb(), {
      actor,
      action: "analyses.export",
      subjectKind: "analysis",
      subjectId: analysis.id,
      after: { version: analysis.version, fingerprint },
    });
    const at = deps.now();
    const settings = {
      analysis: analysis.name,
      version: analysis.version,
      exportedAt: at,
      fingerprint,
      isExploratory,
      question,
    };
    const content = zipStream(
      entriesOf(settings, async (view) => {
        const { finding } = await deps.computeView(question, view, WHOLE);
        return forReader(actor, finding, isExploratory);
      }),
      at,
    );
    return { fileName: `${fileNameOf(analysis.name)}-v${analysis.version}.zip`, mediaType: "application/zip", content };
  },
});

type ViewSource = <Name extends ViewName>(view: Name) => Promise<Findings[Name]>;

/** The files of the archive, each as soon as what it holds is computed. */
async function* entriesOf(settings: { question: AnalysisQuestion }, find: ViewSource): AsyncGenerator<ZipEntry> {
  yield entry("settings.json", `${JSON.stringify(settings, null, 2)}\n`);
  // All are asked for at once, so that they rest on the same ratings however long the last one takes.
  const views = VIEW_NAMES.map((view) => ({ view, found: find(view) }));
  for (const { found } of views) found.catch(() => {});
  yield entry("methods.txt", `${methodsParagraph(settings.question, await find("bias"))}\n`);
  const tables: FindingTable[] = [];
  for (const { view, found } of views)
    for (const table of viewTables(view, await found)) {
      tables.push(table);
      yield entry(`tables/${table.name}.csv`, csvText(table));
    }
  yield entry("tables/columns.csv", csvText(columnListTable(tables)));
}

function entry(name: string, text: string): ZipEntry {
  return {
    name,
    content: async function* () {
      yield text;
    },
  };
}

function fileNameOf(name: string): string {
  const plain = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  return plain.replaceAll(/^-+|-+$/g, "").slice(0, 60) || "analysis";
}
