import { stringify } from "csv-stringify/sync";
import type { Actor } from "#lib/domain/access/actor.ts";
import { type Findings, VIEW_NAMES, type ViewName } from "#lib/domain/analysis/findings/views.ts";
import { methodsParagraph } from "#lib/domain/analysis/methods.ts";
import type { FindingTable } from "#lib/domain/analysis/tables/finding-table.ts";
import { viewTables } from "#lib/domain/analysis/tables/view-tables.ts";
import { csvCell } from "#lib/export-files/csv.ts";
import { zipStream } from "#lib/export-files/zip.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { defineOperation } from "../define-operation.ts";
import { analysisChoiceSchema, requireAnalysis, withChanges } from "./analysis-input.ts";
import { computeView } from "./engine/compute-view.ts";
import { withoutForeignFlags } from "./engine/foreign-flags.ts";

/** An export waits for the whole answer, however long it takes. */
const WHOLE = { patienceMs: 10 * 60_000 };

/**
 * Opens the bundle of an analysis at a version: every view’s tables as CSV, a methods paragraph, and the settings with the
 * seed. Its numbers are those of the pages, with the resamples of the question, so that what a page has computed already
 * is not computed again. Figures are drawn by the page and downloaded from there.
 */
export const openAnalysisBundle = defineOperation({
  name: "analysis/open-analysis-bundle",
  permission: "analyses.read",
  input: analysisChoiceSchema,
  deps: { now: () => new Date(), computeView },
  run: async (actor, { changes, ...choice }, deps) => {
    const analysis = await requireAnalysis(choice);
    const question = await withChanges(analysis.question, changes);
    const { finding: bias, fingerprint } = await deps.computeView(question, "bias", WHOLE);
    await recordAudit(getDb(), {
      actor,
      action: "analyses.export",
      subjectKind: "analysis",
      subjectId: analysis.id,
      after: { version: analysis.version, fingerprint },
    });
    const at = deps.now();
    const settings = { analysis: analysis.name, version: analysis.version, exportedAt: at, fingerprint, question };
    const files = await Promise.all(
      VIEW_NAMES.map(async (view) => tablesFor(actor, view, (await deps.computeView(question, view, WHOLE)).finding)),
    );
    const content = zipStream(
      [
        entry("methods.txt", `${methodsParagraph(question, bias)}\n`),
        entry("settings.json", `${JSON.stringify(settings, null, 2)}\n`),
        ...files.flat().map((table) => entry(`tables/${table.name}.csv`, csvOf(table))),
      ],
      at,
    );
    return { fileName: `${fileNameOf(analysis.name)}-v${analysis.version}.zip`, mediaType: "application/zip", content };
  },
});

/** The tables of a view as this reader may have them. */
async function tablesFor<Name extends ViewName>(
  actor: Actor,
  view: Name,
  finding: Findings[Name],
): Promise<FindingTable[]> {
  if (finding.view !== "annotators") return viewTables(view, finding);
  return viewTables("annotators", await withoutForeignFlags(actor, finding));
}

function entry(name: string, text: string) {
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
