import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import type { AnalysisQuestion } from "#lib/domain/analysis/question.ts";
import { annotatorTable } from "#lib/domain/analysis/tables/annotators.ts";
import { archiveAnalysis } from "#lib/operations/analysis/archive-analysis.ts";
import { computeView } from "#lib/operations/analysis/engine/compute-view.ts";
import { withoutForeignFlags } from "#lib/operations/analysis/engine/foreign-flags.ts";
import { getView } from "#lib/operations/analysis/findings/get-view.ts";
import { openAnalysisBundle } from "#lib/operations/analysis/findings/open-analysis-bundle.ts";
import { getAnalysis } from "#lib/operations/analysis/get-analysis.ts";
import { listAnalyses } from "#lib/operations/analysis/list-analyses.ts";
import { listVersions } from "#lib/operations/analysis/list-versions.ts";
import { updateAnalysis } from "#lib/operations/analysis/update-analysis.ts";
import { makePerson } from "#tests/factories/people.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { withJudgedEpisodes } from "./judged-episodes.ts";

const database = withTestDatabase();
const judged = withJudgedEpisodes();

/** The files of a bundle, one or more for each view. */
const TABLES = [
  ...["overview", "bias-by-policy", "bias-differences", "leaderboard", "judge-by-human", "calibration", "bland-altman"],
  ...["agreement", "annotators", "alternative-annotator-test", "lines", "disagreements"],
  ...["overview-biases", "judge-by-human-order", "calibration-errors", "agreement-pooled", "agreement-paper"],
  ...["annotator-pairs", "planner", "planner-curves", "planner-power", "planner-allocation"],
  ...["planner-completion", "planner-offered", "planner-offered-by-length", "columns"],
];

describe("an analysis", () => {
  test("of nobody’s ratings is refused with a sentence, and nothing is saved", async () => {
    const nobody = judged.create({ importIds: [], judgeImportIds: [judged.importId] });
    await expect(nobody).rejects.toMatchObject({
      code: "INVALID",
      details: { issues: [{ path: "question.studyIds", message: expect.stringContaining("Choose whose ratings") }] },
    });
    expect((await listAnalyses(judged.researcher, {})).analyses).toEqual([]);
  });

  test("gets a version for another question, none for another name, and keeps the old ones", async () => {
    const { analysisId } = await judged.create();
    const renamed = await updateAnalysis(judged.researcher, {
      analysisId,
      version: 1,
      name: "Renamed",
      question: judged.question(),
    });
    expect(renamed).toEqual({ version: 1 });
    const changed = { analysisId, version: 1, name: "Renamed", question: judged.question({ confidence: 0.9 }) };
    expect(await updateAnalysis(judged.researcher, changed)).toEqual({ version: 2 });
    expect(await getAnalysis(judged.researcher, { analysisId, version: 1 })).toMatchObject({
      name: "Renamed",
      version: 1,
      latestVersion: 2,
      question: { confidence: 0.95 },
    });
    await expect(updateAnalysis(judged.researcher, changed)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(getAnalysis(judged.researcher, { analysisId, version: 3 })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const more = { judges: [], seed: 3, epsilon: 0.2, confidence: 0.8, resamples: 300 };
    await updateAnalysis(judged.researcher, { ...changed, version: 2, question: judged.question(more) });
    expect(await listVersions(judged.researcher, { analysisId })).toMatchObject([
      { number: 3, createdBy: "Test researcher", changed: "judge, confidence, seed and 2 more" },
      { number: 2, createdBy: "Test researcher", changed: "confidence" },
      { number: 1, createdBy: "Test researcher", changed: null },
    ]);
    await expect(listVersions(judged.researcher, { analysisId: "none" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("of two people who change one version at once, one is told so", async () => {
    const { analysisId } = await judged.create();
    const change = (seed: number) =>
      updateAnalysis(judged.researcher, { analysisId, version: 1, name: "Race", question: judged.question({ seed }) });
    const results = await Promise.allSettled([change(11), change(12)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = results.find((result) => result.status === "rejected");
    expect(lost?.reason).toMatchObject({ code: "CONFLICT" });
  });

  test("is listed until it is put away, and its address works after that", async () => {
    const { analysisId } = await judged.create();
    expect((await listAnalyses(judged.researcher, {})).analyses).toMatchObject([
      { id: analysisId, version: 1, imports: 1, judges: 1, createdBy: "Test researcher" },
    ]);
    await archiveAnalysis(judged.researcher, { analysisId });
    expect((await listAnalyses(judged.researcher, {})).analyses).toEqual([]);
    expect((await getAnalysis(judged.researcher, { analysisId })).id).toBe(analysisId);
  });

  test("is read by an analyst, who sees no flags and may not change it", async () => {
    const analyst = (await makePerson("analyst")).actor;
    const { analysisId } = await judged.create();
    const own = await getView(judged.researcher, { analysisId, view: "annotators" });
    const theirs = await getView(analyst, { analysisId, view: "annotators" });
    expect(own.finding.showsFlags).toBe(true);
    expect(theirs.finding.showsFlags).toBe(false);
    expect(theirs.finding.byDimension[0]?.rows.map(({ name }) => name).sort()).toEqual(["ann", "ben"]);
    expect(theirs.finding.byDimension.flatMap(({ rows }) => rows.flatMap(({ flags }) => flags))).toEqual([]);
    await expect(archiveAnalysis(analyst, { analysisId })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("leaves the house with the resamples of its question, and no flags for those who may not see them", async () => {
    const { analysisId } = await judged.create();
    const asked: AnalysisQuestion[] = [];
    const deps = {
      computeView: ((wanted, view, options) => {
        asked.push(wanted);
        return computeView(wanted, view, options);
      }) as typeof computeView,
    };
    const analyst = (await makePerson("analyst")).actor;
    const bundle = await openAnalysisBundle(analyst, { analysisId }, deps);
    await text(Readable.from(bundle.content));
    expect(new Set(asked.map(({ resamples }) => resamples))).toEqual(new Set([200]));
    const { finding } = await getView(judged.researcher, { analysisId, view: "annotators" });
    const row = finding.byDimension[0]!.rows[0]!;
    const flagged = { ...finding, byDimension: [{ ...finding.byDimension[0]!, rows: [{ ...row, flags: ["fast"] }] }] };
    const foreign = await withoutForeignFlags(analyst, flagged as typeof finding);
    expect(annotatorTable(foreign).columns.map(({ name }) => name)).not.toContain("flags");
    const own = await withoutForeignFlags(judged.researcher, flagged as typeof finding);
    expect(annotatorTable(own).rows[0]?.cells.at(-1)?.value).toBe("fast");
  });

  test("leaves the house at once, each view as soon as it is computed, and is recorded before", async () => {
    const { analysisId } = await judged.create();
    const gate = Promise.withResolvers<void>();
    const computed: string[] = [];
    const deps = {
      computeView: (async (wanted, view, options) => {
        if (view === "leaderboard") await gate.promise;
        computed.push(view);
        return computeView(wanted, view, options);
      }) as typeof computeView,
    };
    const bundle = await openAnalysisBundle(judged.researcher, { analysisId }, deps);
    const log = { subjectId: analysisId, action: "analyses.export" };
    expect(await database.db.auditEntry.count({ where: log })).toBe(1);
    let bytes = "";
    for await (const chunk of Readable.from(bundle.content)) {
      bytes += Buffer.from(chunk as Uint8Array).toString("latin1");
      if (!bytes.includes("bias-differences.csv")) continue;
      if (computed.includes("leaderboard")) break;
      expect(bytes).not.toContain("leaderboard.csv");
      gate.resolve();
    }
    expect(bytes.indexOf("settings.json"), "The settings leave before anything is computed").toBeLessThan(100);
    expect(bytes).toContain("bias-by-policy.csv");
  });

  test("leaves the house as one bundle, and the log knows", async () => {
    const { analysisId } = await judged.create();
    const bundle = await openAnalysisBundle(judged.researcher, { analysisId });
    expect(bundle.fileName).toBe("does-it-overrate-v1.zip");
    const bytes = await text(Readable.from(bundle.content));
    for (const name of ["methods.txt", "settings.json", ...TABLES.map((table) => `tables/${table}.csv`)])
      expect(bytes, name).toContain(name);
    const entries = await database.db.auditEntry.findMany({ where: { subjectId: analysisId }, orderBy: { id: "asc" } });
    expect(entries.map(({ action }) => action)).toEqual(["analyses.create", "analyses.export"]);
  });
});
