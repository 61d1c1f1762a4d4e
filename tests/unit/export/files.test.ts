import { createHash } from "node:crypto";
import { parse } from "csv-parse/sync";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { describe, expect, it } from "vitest";
import { SOTOPIA_DIMENSION_IDS, SOTOPIA_DIMENSIONS } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import { exportFileName } from "#lib/domain/studies/export/file-name.ts";
import { longTable, wideTable } from "#lib/domain/studies/export/ratings-table.ts";
import type { ExportedAnnotation } from "#lib/domain/studies/export/record.ts";
import { buildSotopiaAnnotation, hasSotopiaDimensions } from "#lib/domain/studies/export/sotopia-annotation.ts";
import { csvCell, csvHead, csvRows } from "#lib/export-files/csv.ts";
import { parquetFile } from "#lib/export-files/parquet.ts";
import { Tally } from "#lib/export-files/tally.ts";
import { zipStream } from "#lib/export-files/zip.ts";

const SCORES: Record<string, [number, number]> = {
  believability: [9, 8],
  relationship: [2, 1],
  knowledge: [3, 4],
  secret: [0, -1],
  social_rules: [0, -2],
  financial_and_material_benefits: [1, 0],
  goal: [8, 5],
};

function annotation(overrides: Partial<ExportedAnnotation> = {}): ExportedAnnotation {
  return {
    itemPosition: 3,
    episodeId: "=cmd()",
    episodeVariant: 0,
    codename: "wall",
    tag: "round-1",
    agentNames: ["Ada Moss", "Ben Ortiz"],
    policies: ["steady", null],
    stratum: "steady",
    inclusionProbability: 0.25,
    annotationId: "annotation-1",
    annotator: "A-7F3K",
    sequence: 1,
    assignedAt: new Date("2026-01-02T03:04:05.678Z"),
    startedAt: null,
    submittedAt: new Date("2026-01-02T03:14:05.678Z"),
    activeMs: 420_000,
    isLate: false,
    isExtra: false,
    isExcluded: false,
    excludedReason: "",
    ratings: SOTOPIA_DIMENSION_IDS.flatMap((dimension) =>
      ([1, 2] as const).map((agent) => ({
        agent,
        dimension,
        score: SCORES[dimension]?.[agent - 1] ?? 0,
        rationale: `-5 is too low for agent ${agent}, "${dimension}"\nsecond line`,
        evidence: [2, 5],
      })),
    ),
    ...overrides,
  };
}

async function bytesOf(chunks: AsyncIterable<Uint8Array | string>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const chunk of chunks) parts.push(Buffer.from(chunk));
  return Buffer.concat(parts);
}

async function* batches<T>(...all: T[][]) {
  yield* all;
}

async function* pieces(...all: string[]) {
  yield* all;
}

describe("CSV cells", () => {
  it.each(["=1+1", "+1", "-1 is low", "@sum", "\tx", "\rx"])("keeps a spreadsheet from running %j", (text) => {
    expect(csvCell(text)).toBe(`'${text}`);
  });

  it("leaves numbers, harmless text, times and empty cells as they are", () => {
    expect(csvCell(-5)).toBe("-5");
    expect(csvCell("a = b")).toBe("a = b");
    expect(csvCell(new Date("2026-01-02T03:04:05.678Z"))).toBe("2026-01-02T03:04:05.678Z");
    expect(csvCell(null)).toBe("");
    expect(csvCell(true)).toBe("true");
  });
});

describe("the tables", () => {
  const long = longTable(SOTOPIA_DIMENSIONS);
  const wide = wideTable(SOTOPIA_DIMENSIONS);

  it("gives fourteen long rows with score, band, rationale and evidence of each rating", () => {
    const csv = csvHead(long.columns as never) + csvRows(long.columns, long.rows(annotation()));
    const rows = parse(csv, { columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(14);
    const goal = rows.find((row) => row.dimension === "goal" && row.agent === "2");
    expect(goal).toMatchObject({
      score: "5",
      band: "less than half",
      evidence: "2 5",
      agent_name: "Ben Ortiz",
      agent_policy: "",
    });
    expect(goal?.rationale).toBe(`'-5 is too low for agent 2, "goal"\nsecond line`);
    expect(goal?.episode).toBe("'=cmd()");
    expect(rows.find((row) => row.dimension === "secret" && row.agent === "2")?.score).toBe("-1");
  });

  it("gives one wide row with three columns for each dimension and agent", () => {
    const csv = csvHead(wide.columns as never) + csvRows(wide.columns, wide.rows(annotation()));
    const [row] = parse(csv, { columns: true }) as Record<string, string>[];
    for (const id of SOTOPIA_DIMENSION_IDS) {
      expect(row?.[`${id}_1`]).toBe(String(SCORES[id]?.[0]));
      expect(row?.[`${id}_2`]).toBe(String(SCORES[id]?.[1]));
      expect(row?.[`${id}_rationale_2`]).toContain(id);
    }
  });

  it("says of every column what it means", () => {
    for (const column of [...long.columns, ...wide.columns]) expect(column.meaning).toMatch(/\.$/);
  });
});

describe("Parquet", () => {
  it("reads back with types, nulls and text unchanged, one row group a batch", async () => {
    const table = longTable(SOTOPIA_DIMENSIONS);
    const rows = table.rows(annotation());
    const bytes = await bytesOf(parquetFile(table.columns, batches(rows, [], rows)));
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
    expect(parquetMetadata(file).row_groups).toHaveLength(2);
    const read = await parquetReadObjects({ file });
    expect(read).toHaveLength(28);
    const first = read[0];
    expect(first).toMatchObject({
      item: 3,
      score: 9,
      inclusion_probability: 0.25,
      is_late: false,
      episode: "=cmd()",
      agent: 1,
    });
    expect(first?.started_at ?? null).toBeNull();
    expect(new Date(first?.submitted_at as string).toISOString()).toBe("2026-01-02T03:14:05.678Z");
    expect(first?.rationale).toBe('-5 is too low for agent 1, "believability"\nsecond line');
  });

  it("is a valid file without rows", async () => {
    const bytes = await bytesOf(parquetFile(longTable(SOTOPIA_DIMENSIONS).columns, batches()));
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
    expect(Number(parquetMetadata(file).num_rows)).toBe(0);
  });
});

describe("SOTOPIA records", () => {
  it("puts the plain mean first and inside, and the rationales under their headers", () => {
    const record = buildSotopiaAnnotation(annotation());
    expect(record.rewards[0]?.[0]).toBe(3.2857142857142856);
    expect(record.rewards[0]?.[1]).toMatchObject({ believability: 9, secret: 0, overall_score: 3.2857142857142856 });
    expect(record.rewards[1]?.[0]).toBeCloseTo(15 / 7, 12);
    expect(record.episode).toBe("=cmd()");
    const [first, second] = record.reasoning.split("Agent 2 comments:\n");
    expect(first?.startsWith("Agent 1 comments:\nbelievability: -5 is too low")).toBe(true);
    expect(second?.split(/^goal: /m)).toHaveLength(2);
  });

  it("fits studies on the seven only", () => {
    expect(hasSotopiaDimensions([...SOTOPIA_DIMENSION_IDS])).toBe(true);
    expect(hasSotopiaDimensions(["goal"])).toBe(false);
    expect(hasSotopiaDimensions([...SOTOPIA_DIMENSION_IDS.slice(1), "warmth"])).toBe(false);
  });
});

describe("archive and tally", () => {
  it("hashes and counts what passes", async () => {
    const tally = new Tally();
    const bytes = await bytesOf(tally.through(pieces("é", "b")));
    expect(tally.bytes).toBe(bytes.length);
    expect(tally.sha256()).toBe(createHash("sha256").update(bytes).digest("hex"));
  });

  it("asks for an entry only after the one before it has passed", async () => {
    const order: string[] = [];
    const entry = (name: string) => ({
      name,
      content: async function* () {
        order.push(`${name} begins`);
        yield "x".repeat(100_000);
        order.push(`${name} ends`);
      },
    });
    const archive = await bytesOf(zipStream([entry("a"), entry("b")], new Date("2026-01-02T00:00:00Z")));
    expect(archive.subarray(0, 2).toString()).toBe("PK");
    expect(order).toEqual(["a begins", "a ends", "b begins", "b ends"]);
  });

  it("sends what is there while further entries are still being made", async () => {
    const gate = Promise.withResolvers<void>();
    const entry = (name: string) => ({ name, content: () => pieces(name) });
    async function* made() {
      yield entry("first.txt");
      await gate.promise;
      yield entry("second.txt");
    }
    const stream = zipStream(made(), new Date("2026-01-02T00:00:00Z"));
    let early = "";
    for await (const chunk of stream) {
      early += String(chunk);
      if (early.includes("first.txt")) break;
    }
    expect(early, "The first entry does not wait for the second").toContain("first.txt");
    expect(stream.destroyed).toBe(true);
    gate.resolve();
    const whole = await bytesOf(zipStream(made(), new Date("2026-01-02T00:00:00Z")));
    expect(whole.toString("latin1")).toContain("second.txt");
  });

  it("breaks off with the error that happens between two entries", async () => {
    async function* made() {
      yield { name: "a", content: () => pieces("x") };
      throw new Error("the computation failed");
    }
    await expect(bytesOf(zipStream(made(), new Date()))).rejects.toThrow("the computation failed");
  });

  it("breaks off with the error of a content", async () => {
    const broken = {
      name: "a",
      content: async function* () {
        yield "x";
        throw new Error("the database went away");
      },
    };
    await expect(bytesOf(zipStream([broken], new Date()))).rejects.toThrow("the database went away");
  });
});

it("names files after the study in plain letters", () => {
  expect(exportFileName("Étude №3: “Wall”", "export.zip")).toBe("etude-no3-wall-export.zip");
  expect(exportFileName("学习", "items.csv")).toBe("study-items.csv");
});
