import { stringify } from "csv-stringify/sync";
import type { Findings, ViewName } from "#lib/domain/analysis/findings/views.ts";
import { methodsParagraph } from "#lib/domain/analysis/methods.ts";
import type { AnalysisQuestion } from "#lib/domain/analysis/question.ts";
import type { FindingTable } from "#lib/domain/analysis/tables/finding-table.ts";
import { agreementTable, blandAltmanTable, calibrationTable, gridTable } from "#lib/domain/analysis/tables/judge.ts";
import { biasTables, leaderboardTable, linesTable } from "#lib/domain/analysis/tables/policies.ts";
import { csvCell } from "#lib/export-files/csv.ts";
import { zipStream } from "#lib/export-files/zip.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { defineOperation } from "../define-operation.ts";
import { analysisChoiceSchema, requireAnalysis } from "./analysis-input.ts";
import { computeView } from "./engine/compute-view.ts";

/** An export waits for the whole answer, however long it takes. */
const WHOLE = { patienceMs: 10 * 60_000 };

/** How often an export resamples at least: numbers that leave the house are worth more time. */
const EXPORT_RESAMPLES = 10_000;

/**
 * Opens the bundle of an analysis at a version: every view’s table as CSV, a methods paragraph, and the settings with the
 * seed. Resampled intervals use at least 10,000 resamples. Figures are drawn by the page and downloaded from there.
 */
export const openAnalysisBundle = defineOperation({
  name: "analysis/open-analysis-bundle",
  permission: "analyses.read",
  input: analysisChoiceSchema,
  deps: { now: () => new Date(), computeView },
  run: async (actor, { changes, ...choice }, deps) => {
    const analysis = await requireAnalysis(choice);
    const resamples = Math.max(EXPORT_RESAMPLES, analysis.question.resamples);
    const question: AnalysisQuestion = { ...analysis.question, ...changes, resamples };
    const find = async <Name extends ViewName>(view: Name): Promise<Findings[Name]> =>
      (await deps.computeView(question, view, WHOLE)).finding;
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
    const tables = async () => [
      ...biasTables(bias),
      leaderboardTable(await find("leaderboard")),
      gridTable(await find("grid")),
      calibrationTable(await find("calibration")),
      blandAltmanTable(await find("bland-altman")),
      agreementTable(await find("agreement")),
      linesTable(await find("lines")),
    ];
    const files = (await tables()).map((table) => entry(`tables/${table.name}.csv`, csvOf(table)));
    const content = zipStream(
      [
        entry("methods.txt", `${methodsParagraph(question, bias)}\n`),
        entry("settings.json", `${JSON.stringify(settings, null, 2)}\n`),
        ...files,
      ],
      at,
    );
    return { fileName: `${fileNameOf(analysis.name)}-v${analysis.version}.zip`, mediaType: "application/zip", content };
  },
});

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
