import { createHash } from "node:crypto";
import { parse } from "csv-parse/sync";
import { parquetReadObjects } from "hyparquet";
import { beforeEach, describe, expect, it } from "vitest";
import yauzl from "yauzl";
import { systemActor } from "#lib/domain/access/actor.ts";
import type { Manifest } from "#lib/domain/studies/export/manifest.ts";
import { getExportOffer } from "#lib/operations/exports/get-export-offer.ts";
import { openPanelIdentitiesExport } from "#lib/operations/exports/open-panel-identities-export.ts";
import { openStudyExport } from "#lib/operations/exports/open-study-export.ts";
import { seedIfEmpty } from "#prisma/seed.ts";
import { withTestDatabase } from "#tests/support/database.ts";

const database = withTestDatabase();
const actor = systemActor("test");
let studyId = "";

async function bytesOf(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const chunk of content) parts.push(chunk);
  return Buffer.concat(parts);
}

/** The files of an archive, read by another program than the one that wrote it. */
async function unzip(archive: Buffer): Promise<Map<string, Buffer>> {
  const zip = await new Promise<yauzl.ZipFile>((resolve, reject) =>
    yauzl.fromBuffer(archive, { lazyEntries: true }, (error, file) => (error ? reject(error) : resolve(file))),
  );
  const files = new Map<string, Buffer>();
  return new Promise((resolve, reject) => {
    zip.on("entry", (entry: yauzl.Entry) =>
      zip.openReadStream(entry, async (error, stream) => {
        if (error) return reject(error);
        files.set(entry.fileName, await bytesOf(stream));
        zip.readEntry();
      }),
    );
    zip.on("end", () => resolve(files));
    zip.readEntry();
  });
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
    const parquet = files.get("ratings-long.parquet") ?? Buffer.alloc(0);
    const file = parquet.buffer.slice(parquet.byteOffset, parquet.byteOffset + parquet.length) as ArrayBuffer;
    expect(await parquetReadObjects({ file })).toHaveLength(submitted * 14);
    const kept = await database.db.studyExport.findFirstOrThrow({ where: { studyId } });
    expect(kept.manifest).toEqual(manifest);
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
