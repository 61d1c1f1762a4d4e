import { stringify } from "csv-stringify/sync";
import type { Actor } from "#lib/domain/access/actor.ts";
import { type Findings, VIEW_NAMES, type ViewName } from "#lib/domain/analysis/findings/views.ts";
import { methodsParagraph } from "#lib/domain/analysis/methods.ts";
import type { AnalysisQuestion } from "#lib/domain/analysis/question.ts";
import type { FindingTable } from "#lib/domain/analysis/tables/finding-table.ts";
import { viewTables } from "#lib/domain/analysis/tables/view-tables.ts";
import { csvCell } from "#lib/export-files/csv.ts";
import { type ZipEntry, zipStream } from "#lib/export-files/zip.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { defineOperation } from "../define-operation.ts";
import { analysisChoiceSchema, requireAnalysis, withChanges } from "./analysis-input.ts";
import { type ComputedView, computeView, readFingerprint } from "./engine/compute-view.ts";
import { withoutForeignFlags } from "./engine/foreign-flags.ts";

/** An export waits for the whole answer, however long it takes. */
const WHOLE = { patienceMs: 10 * 60_000 };

/**
 * Opens the bundle of an analysis at a version: the settings with the seed, a methods paragraph, and every view’s tables
 * as CSV. Its numbers are those of the pages, with the resamples of the question, so that what a page has computed already
 * is not computed again. The first bytes leave at once and the tables of each view as soon as it is computed; the export
 * is recorded before. Figures are drawn in the browser, which adds them to this archive.
 * Throws `NOT_FOUND`; what fails later ends the archive in its middle.
 */
export const openAnalysisBundle = defineOperation({
  name: "analysis/open-analysis-bundle",
  permission: "analyses.read",
  input: analysisChoiceSchema,
  deps: { now: () => new Date(), computeView },
  run: async (actor, { changes, ...choice }, deps) => {
    const analysis = await requireAnalysis(choice);
    const question = await withChanges(analysis.question, changes);
    const fingerprint = await readFingerprint(question);
    await recordAudit(getDb(), {
      actor,
      action: "analyses.export",
      subjectKind: "analysis",
      subjectId: analysis.id,
      after: { version: analysis.version, fingerprint },
    });
    const at = deps.now();
    const settings = { analysis: analysis.name, version: analysis.version, exportedAt: at, fingerprint, question };
    const content = zipStream(
      entriesOf(actor, settings, (view) => deps.computeView(question, view, WHOLE)),
      at,
    );
    return { fileName: `${fileNameOf(analysis.name)}-v${analysis.version}.zip`, mediaType: "application/zip", content };
  },
});

type ViewSource = <Name extends ViewName>(view: Name) => Promise<ComputedView<Name>>;

/** The files of the archive, each as soon as what it holds is computed. */
async function* entriesOf(
  actor: Actor,
  settings: { question: AnalysisQuestion },
  compute: ViewSource,
): AsyncGenerator<ZipEntry> {
  yield entry("settings.json", `${JSON.stringify(settings, null, 2)}\n`);
  // All are asked for at once, so that they rest on the same ratings however long the last one takes.
  const views = VIEW_NAMES.map((view) => ({ view, computed: compute(view) }));
  for (const { computed } of views) computed.catch(() => {});
  const { finding: bias } = await compute("bias");
  yield entry("methods.txt", `${methodsParagraph(settings.question, bias)}\n`);
  for (const { view, computed } of views)
    for (const table of await tablesFor(actor, view, (await computed).finding))
      yield entry(`tables/${table.name}.csv`, csvOf(table));
}

/** The tables of a view as this reader may have them. */
async function tablesFor<Name extends ViewName>(
  actor: Actor,
  view: Name,
  finding: Findings[Name],
): Promise<FindingTable[]> {
  if (finding.view !== "annotators") return viewTables(view, finding);
  return viewTables("annotators", await withoutForeignFlags(actor, finding));
}

function entry(name: string, text: string): ZipEntry {
  return {
    name,
    content: async function* () {
      yield text;
    },
  };
}

function csvOf({ columns, rows }: FindingTable): string {
  return stringify([columns, ...rows.map((row) => row.map(csvCell))]);
}

function fileNameOf(name: string): string {
  const plain = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  return plain.replaceAll(/^-+|-+$/g, "").slice(0, 60) || "analysis";
}
