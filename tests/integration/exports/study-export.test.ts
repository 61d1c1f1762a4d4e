import { createHash } from "node:crypto";
import { parse } from "csv-parse/sync";
import { parquetReadObjects } from "hyparquet";
import { beforeEach, describe, expect, it } from "vitest";
import { systemActor } from "#lib/domain/access/actor.ts";
import type { Manifest } from "#lib/domain/studies/export/manifest.ts";
import { getExportOffer } from "#lib/operations/exports/get-export-offer.ts";
import { openPanelIdentitiesExport } from "#lib/operations/exports/open-panel-identities-export.ts";
import { openStudyExport } from "#lib/operations/exports/open-study-export.ts";
import { raiseAnnotationsPerItem } from "#lib/operations/studies/raise-annotations-per-item.ts";
import { seedIfEmpty } from "#prisma/seed.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { unzip } from "#tests/support/unzip.ts";

const database = withTestDatabase();
const actor = systemActor("test");
let studyId = "";

async function bytesOf(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const chunk of content) parts.push(chunk);
  return Buffer.concat(parts);
}

/** The rows of a Parquet file, read by the library’s reader. */
async function parquet(files: Map<string, Buffer>, name: string): Promise<Record<string, unknown>[]> {
  const bytes = files.get(name) ?? Buffer.alloc(0);
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
  return parquetReadObjects({ file });
}

function jsonLines(files: Map<string, Buffer>, name: string): Record<string, unknown>[] {
  const text = String(files.get(name)).trim();
  return text === "" ? [] : text.split("\n").map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** The paths of one JSON value as the dictionary writes them; empty lists tell nothing of their elements. */
function pathsOf(value: unknown, path = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((element) => pathsOf(element, `${path}[]`));
  if (value === null || typeof value !== "object") return [path];
  return Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, path === "" ? key : `${path}.${key}`));
}

async function bundleOf(id: string): Promise<{ files: Map<string, Buffer>; manifest: Manifest }> {
  const files = await unzip(await bytesOf((await openStudyExport(actor, { studyId: id, format: "bundle" })).content));
  return { files, manifest: JSON.parse(String(files.get("manifest.json"))) as Manifest };
}

function csv(files: Map<string, Buffer>, name: string): Record<string, string>[] {
  return parse(files.get(name) ?? "", { columns: true }) as Record<string, string>[];
}

beforeEach(async () => {
  await seedIfEmpty();
  studyId = (await database.db.study.findFirstOrThrow({ where: { state: "running" } })).id;
});

describe("the bundle", () => {
  it("agrees to the row with what is counted, and with its manifest to the byte", async () => {
    const { content } = await openStudyExport(actor, { studyId, format: "bundle" });
    const files = await unzip(await bytesOf(content));
    const manifest = JSON.parse(String(files.get("manifest.json"))) as Manifest;
    const submitted = await database.db.annotation.count({ where: { studyId, state: "submitted" } });
    const offer = await getExportOffer(actor, { studyId });
    expect(offer.annotations).toBe(submitted);
    expect(manifest.counts).toMatchObject({ annotations: submitted, ratings: submitted * 14, items: 12 });
    expect(manifest.study.designHash).toMatch(/^[0-9a-f]{64}$/);
    const study = await database.db.study.findUniqueOrThrow({ where: { id: studyId } });
    const { consentText, contact, panelKind, rewardMinor, currency, completionUrl, qualifyingStudyId } = study;
    expect(manifest.study).toMatchObject({
      ...{ consentText, contact, panelKind, rewardMinor, currency, completionUrl, qualifyingStudyId },
    });
    expect(manifest.guidelinesSha256).toMatch(/^[0-9a-f]{64}$/);
    for (const file of manifest.files) {
      const bytes = files.get(file.name);
      expect(bytes?.length, file.name).toBe(file.bytes);
      expect(
        createHash("sha256")
          .update(bytes ?? "")
          .digest("hex"),
        file.name,
      ).toBe(file.sha256);
    }
    expect(csv(files, "ratings-long.csv")).toHaveLength(submitted * 14);
    expect(csv(files, "annotations-wide.csv")).toHaveLength(submitted);
    expect(csv(files, "items.csv")).toHaveLength(12);
    expect(String(files.get("annotations.jsonl")).trim().split("\n")).toHaveLength(submitted);
    expect(String(files.get("sotopia-annotations.jsonl")).trim().split("\n")).toHaveLength(submitted);
    expect(await parquet(files, "ratings-long.parquet")).toHaveLength(submitted * 14);
    const rowsIn: Record<string, number> = {
      assignments: await database.db.assignment.count({ where: { studyId } }),
      annotators: await database.db.annotator.count({ where: { studyId } }),
    };
    for (const [name, rows] of Object.entries(rowsIn)) {
      expect(manifest.counts, name).toMatchObject({ [name]: rows });
      expect(offer, name).toMatchObject({ [name]: rows });
      expect(csv(files, `${name}.csv`), name).toHaveLength(rows);
      expect(jsonLines(files, `${name}.jsonl`), name).toHaveLength(rows);
      expect(await parquet(files, `${name}.parquet`), name).toHaveLength(rows);
    }
    const byState = await database.db.assignment.groupBy({ by: ["state"], where: { studyId }, _count: true });
    expect(manifest.counts.assignmentsByState).toMatchObject(
      Object.fromEntries(byState.map((group) => [group.state, group._count])),
    );
    expect(manifest.counts.raters).toBe(new Set(csv(files, "ratings-long.csv").map((row) => row.annotator)).size);
    const kept = await database.db.studyExport.findFirstOrThrow({ where: { studyId } });
    expect(kept.manifest).toEqual(manifest);
  });

  it("describes every column and every field of each of its files, and nothing that is not there", async () => {
    const { files, manifest } = await bundleOf(studyId);
    for (const file of manifest.files) {
      const described = file.columns.map((column) => column.name);
      expect(described.length, file.name).toBeGreaterThan(0);
      expect(file.rows, file.name).toBeGreaterThan(0);
      if (file.name.endsWith(".csv")) expect(Object.keys(csv(files, file.name)[0] ?? {})).toEqual(described);
      if (file.name.endsWith(".parquet"))
        expect(Object.keys((await parquet(files, file.name))[0] ?? {})).toEqual(described);
      if (!file.name.endsWith(".jsonl") || file.name.startsWith("sotopia")) continue;
      const found = new Set(jsonLines(files, file.name).flatMap((line) => pathsOf(line)));
      expect([...found].sort(), file.name).toEqual([...described].sort());
    }
  });

  it("tells of every assignment and annotator what the database has, in all three ways alike", async () => {
    await database.db.assignment.updateMany({
      where: { studyId, state: "started" },
      data: { state: "skipped", skipReason: "other", skipNote: "=too long", endedAt: new Date() },
    });
    const { files } = await bundleOf(studyId);
    const rows = csv(files, "assignments.csv");
    const stored = await database.db.assignment.findMany({ where: { studyId }, include: { annotation: true } });
    for (const assignment of stored) {
      const row = rows.find((each) => each.assignment === assignment.id);
      expect(row).toMatchObject({
        state: assignment.state,
        skip_reason: assignment.skipReason ?? "",
        assigned_at: assignment.assignedAt.toISOString(),
        ended_at: assignment.endedAt?.toISOString() ?? "",
        active_ms: String(assignment.annotation?.activeMs ?? ""),
        is_late: String(assignment.isLate),
      });
      const times = (assignment.annotation?.activeMsByDimension ?? {}) as Record<string, number>;
      expect(row?.active_ms_goal).toBe(String(times.goal ?? ""));
    }
    expect(rows.find((row) => row.state === "skipped")?.skip_note).toBe("'=too long");
    expect(jsonLines(files, "assignments.jsonl").find((row) => row.state === "skipped")?.skip_note).toBe("=too long");
    for (const person of csv(files, "annotators.csv")) {
      const own = rows.filter((row) => row.annotator === person.annotator);
      const count = (state: string) => String(own.filter((row) => row.state === state).length);
      expect(person).toMatchObject({
        given: String(own.length),
        submitted: count("submitted"),
        skipped: count("skipped"),
      });
      expect(person.consent_version).not.toBe("");
    }
    const people = await parquet(files, "annotators.parquet");
    expect(people.map((row) => row.annotator)).toEqual(
      jsonLines(files, "annotators.jsonl").map((row) => row.annotator),
    );
  });

  it("leaves empty what a browser without scripts could not count", async () => {
    const { annotatorId } = await database.db.assignment.findFirstOrThrow({ where: { studyId, state: "submitted" } });
    const uncounted = { activeMs: 0, activeMsByDimension: {}, signals: {} };
    await database.db.annotation.updateMany({ where: { assignment: { annotatorId } }, data: uncounted });
    const { pseudonym } = await database.db.annotator.findUniqueOrThrow({ where: { id: annotatorId } });
    const { files } = await bundleOf(studyId);
    const own = (name: string) => csv(files, name).filter((row) => row.annotator === pseudonym);
    const tables = ["ratings-long.csv", "annotations-wide.csv", "assignments.csv"];
    for (const name of tables) expect([...new Set(own(name).map((row) => row.active_ms))], name).toEqual([""]);
    expect(own("annotators.csv")).toMatchObject([{ median_active_ms: "", hidden_ms: "" }]);
    const [line] = jsonLines(files, "annotations.jsonl").filter((row) => row.annotator === pseudonym);
    expect(line?.activeMs).toBeNull();
  });

  it("shows the study as it was when the export began, though people go on", async () => {
    const open = await database.db.assignment.findFirstOrThrow({ where: { studyId, state: "started" } });
    const before = await database.db.annotation.count({ where: { studyId, state: "submitted" } });
    const { content } = await openStudyExport(actor, { studyId, format: "bundle" });
    await database.db.assignment.update({ where: { id: open.id }, data: { state: "expired", endedAt: new Date() } });
    await database.db.assignment.updateMany({ where: { studyId, state: "submitted" }, data: { slotId: null } });
    await raiseAnnotationsPerItem(actor, { studyId, annotationsPerItem: 7 });
    await database.db.annotation.updateMany({
      where: { studyId, state: "submitted" },
      data: { excludedAt: new Date(), excludedReason: "later" },
    });
    const files = await unzip(await bytesOf(content));
    const rows = csv(files, "assignments.csv");
    expect(rows.find((row) => row.assignment === open.id)).toMatchObject({ state: "started", ended_at: "" });
    expect(rows.filter((row) => row.state === "submitted")).toHaveLength(before);
    expect(rows.filter((row) => row.is_excluded === "true")).toHaveLength(0);
    expect(csv(files, "ratings-long.csv").filter((row) => row.is_excluded === "true")).toHaveLength(0);
    for (const name of ["assignments.csv", "ratings-long.csv"])
      expect([...new Set(csv(files, name).map((row) => row.is_extra))], name).toEqual(["false"]);
    const sum = (column: string) => csv(files, "items.csv").reduce((total, row) => total + Number(row[column]), 0);
    expect([sum("submitted"), sum("excluded")]).toEqual([before, 0]);
    expect(csv(files, "items.csv").every((row) => row.wanted === "2")).toBe(true);
  });

  it("carries what its design hash is made of, also after the study has grown", async () => {
    const hashOf = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
    const { manifest } = await bundleOf(studyId);
    expect(hashOf(manifest.frozenDesign)).toBe(manifest.study.designHash);
    await raiseAnnotationsPerItem(actor, { studyId, annotationsPerItem: manifest.study.annotationsPerItem + 1 });
    const grown = (await bundleOf(studyId)).manifest;
    expect(hashOf(grown.frozenDesign)).toBe(grown.study.designHash);
    expect(JSON.parse(grown.frozenDesign)).toMatchObject({
      design: { annotationsPerItem: manifest.study.annotationsPerItem, dimensions: manifest.study.dimensions },
      consentVersion: manifest.study.consentVersion,
    });
    // A study from before the text was kept: made again where nothing was added, and not pretended where something was.
    await database.db.frozenDesign.deleteMany();
    expect((await bundleOf(studyId)).manifest.frozenDesign).toBe("");
    const finished = await database.db.study.findFirstOrThrow({ where: { state: "closed" } });
    expect(hashOf((await bundleOf(finished.id)).manifest.frozenDesign)).toBe(finished.designHash);
  });

  it("holds every rating as it stands in the database, and no draft", async () => {
    const { content } = await openStudyExport(actor, { studyId, format: "csv-long" });
    const rows = parse(await bytesOf(content), { columns: true }) as Record<string, string>[];
    const ratings = await database.db.rating.findMany({ where: { studyId, annotation: { state: "submitted" } } });
    const byKey = new Map(
      ratings.map((rating) => [`${rating.annotationId} ${rating.agent} ${rating.dimension}`, rating]),
    );
    expect(rows).toHaveLength(ratings.length);
    for (const row of rows) {
      const rating = byKey.get(`${row.annotation} ${row.agent} ${row.dimension}`);
      expect(Number(row.score)).toBe(rating?.score);
      expect(row.rationale?.replace(/^'(?=[=+\-@\t\r])/, "")).toBe(rating?.rationale);
      expect(row.evidence).toBe(rating?.evidence.join(" "));
    }
  });

  it("leaves panel ids, judge ratings and entry tokens out of every file", async () => {
    const annotator = await database.db.annotator.findFirstOrThrow({ where: { studyId } });
    const participantId = "5f0c9b2e7d4a1b0c3e6f8a91";
    await database.db.panelIdentity.create({
      data: {
        annotatorId: annotator.id,
        panel: "prolific",
        participantId,
        sessionIds: ["6f0c9b2e7d4a1b0c3e6f8a92"],
        purgeAfter: new Date(),
      },
    });
    const study = await database.db.study.findUniqueOrThrow({ where: { id: studyId }, include: { codes: true } });
    const { content } = await openStudyExport(actor, { studyId, format: "bundle" });
    const text = [...(await unzip(await bytesOf(content))).values()].map(String).join("\n");
    for (const secret of [
      participantId,
      "6f0c9b2e7d4a1b0c3e6f8a92",
      study.entryToken,
      annotator.personKey,
      "demo-judge-1",
      ...study.codes.map((code) => code.code),
    ])
      expect(text).not.toContain(secret);
    const panel = await bytesOf((await openPanelIdentitiesExport(actor, { studyId })).content);
    expect(String(panel)).toContain(participantId);
  });

  it("is recorded before its first byte, whoever takes it", async () => {
    await openStudyExport(actor, { studyId, format: "jsonl" });
    await openPanelIdentitiesExport(actor, { studyId });
    const actions = await database.db.auditEntry.findMany({
      where: { subjectId: studyId, action: { contains: "export" } },
    });
    expect(actions.map((entry) => entry.action).sort()).toEqual(["annotations.export", "panel-identities.export"]);
  });
});

it("marks excluded annotations and counts them apart", async () => {
  const annotation = await database.db.annotation.findFirstOrThrow({ where: { studyId, state: "submitted" } });
  await database.db.annotation.update({
    where: { id: annotation.id },
    data: { excludedAt: new Date(), excludedReason: "copied text" },
  });
  const { content } = await openStudyExport(actor, { studyId, format: "csv-wide" });
  const rows = parse(await bytesOf(content), { columns: true }) as Record<string, string>[];
  const excluded = rows.filter((row) => row.is_excluded === "true");
  expect(excluded.map((row) => [row.annotation, row.excluded_reason])).toEqual([[annotation.id, "copied text"]]);
  expect((await getExportOffer(actor, { studyId })).excluded).toBe(1);
});

it("refuses an unknown study and an unknown format with a sentence", async () => {
  await expect(openStudyExport(actor, { studyId: "nothing", format: "bundle" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await expect(openStudyExport(actor, { studyId, format: "xlsx" as never })).rejects.toMatchObject({ code: "INVALID" });
});
