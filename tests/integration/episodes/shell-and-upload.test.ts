import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { env, resetEnv } from "#lib/env.ts";
import { importFile } from "#lib/operations/imports/import-file.ts";
import { plainFileName } from "#lib/operations/imports/plain-file-name.ts";
import { takeUploadedFiles } from "#lib/web/uploaded-files.ts";
import { importFromShell } from "#scripts/lib/import-files.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { episodeLog } from "./records.ts";
import { bytesOf, jsonLines, noQueue, SYSTEM, withDataFolder } from "./support.ts";

const database = withTestDatabase();
withDataFolder();

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function fileWith(name: string, text: string): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "studio-test-file-"));
  folders.push(folder);
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** Names of the files that lie in the data folder's imports. */
function stored(): string[] {
  const folder = path.join(env().DATA_DIR, "imports");
  return existsSync(folder) ? readdirSync(folder) : [];
}

async function fromShell(files: string[]): Promise<{ code: number; text: string }> {
  const parts: string[] = [];
  const code = await importFromShell(files, { isTerminal: false, write: (part) => void parts.push(part) });
  return { code, text: parts.join("") };
}

describe("npm run import", () => {
  const good = () => fileWith("good.jsonl", jsonLines([episodeLog({ id: "S1" }), episodeLog({ id: "S2" })]));

  it("says what came of each file, leaves no file behind, and ends with 0 when everything was taken", async () => {
    const { code, text } = await fromShell([good(), good()]);
    expect(code).toBe(0);
    expect(text).toContain("good.jsonl: 2 accepted, 0 unchanged");
    expect(text).toContain("good.jsonl: 0 accepted, 2 unchanged");
    expect(stored()).toEqual([]);
    expect(await database.db.auditEntry.count({ where: { action: "episodes.import", actorName: "import" } })).toBe(2);
  });

  it("ends with 2 when records were refused or are in conflict", async () => {
    const { code, text } = await fromShell([
      good(),
      fileWith("bad.jsonl", `${JSON.stringify(episodeLog({ id: "S1", tag: "other" }))}\n{`),
    ]);
    expect(code).toBe(2);
    expect(text).toContain("1 in conflict, 0 repaired, 1 refused");
  });

  it("refuses what is no file before anything is imported", async () => {
    await expect(fromShell([good(), "/no/such/file.jsonl"])).rejects.toThrow("is not there");
    await expect(fromShell([])).rejects.toThrow("Usage");
    expect(await database.db.episodeImport.count()).toBe(0);
    expect(stored()).toEqual([]);
  });
});

it("npm run import says which whole files it refuses, and goes on with the next", async () => {
  const files = [fileWith("empty.jsonl", ""), fileWith("README.md", "# Notes\n")];
  const { code, text } = await fromShell([...files, fileWith("good.jsonl", jsonLines([episodeLog({ id: "S3" })]))]);
  expect(code).toBe(2);
  expect(text).toContain("“empty.jsonl” is empty");
  expect(text).toContain("“README.md” was not imported. This file is plain text");
  expect(text).toContain("good.jsonl: 1 accepted");
  expect(await database.db.episodeImport.count()).toBe(1);
  expect(stored()).toEqual([]);
});

describe("an upload", () => {
  it("that grows past the limit is refused as it comes, and nothing of it stays", async () => {
    process.env.UPLOAD_MAX_MB = "1";
    resetEnv();
    try {
      const upload = importFile(
        SYSTEM,
        { fileName: "big.jsonl", source: bytesOf("x".repeat(1_200_000), 50_000) },
        noQueue,
      );
      await expect(upload).rejects.toMatchObject({ code: "TOO_LARGE" });
    } finally {
      delete process.env.UPLOAD_MAX_MB;
      resetEnv();
    }
    expect(stored()).toEqual([]);
    expect(await database.db.episodeImport.count()).toBe(0);
  });

  it("whose sender goes away leaves nothing behind", async () => {
    async function* breakingOff(): AsyncGenerator<Uint8Array> {
      yield Buffer.from("{}\n");
      throw new Error("gone");
    }
    await expect(importFile(SYSTEM, { fileName: "half.jsonl", source: breakingOff() }, noQueue)).rejects.toThrow(
      "gone",
    );
    expect(stored()).toEqual([]);
  });

  it("whose job cannot be queued leaves neither row nor file", async () => {
    const enqueue = async () => {
      throw new Error("no queue");
    };
    await expect(importFile(SYSTEM, { fileName: "a.jsonl", source: bytesOf("{}") }, { enqueue })).rejects.toThrow(
      "no queue",
    );
    expect(await database.db.episodeImport.count()).toBe(0);
    expect(stored()).toEqual([]);
  });

  it("keeps only the last part of its name", () => {
    expect(plainFileName("../../etc/passwd")).toBe("passwd");
    expect(plainFileName("C:\\data\\my file.jsonl")).toBe("my file.jsonl");
    expect(plainFileName("..")).toBe("episodes.jsonl");
    expect(plainFileName("a\u0000\u202Eb.jsonl")).toBe("ab.jsonl");
  });
});

/** Reads a source to its end. */
async function textOf(source: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe("the files of a request", () => {
  const address = "http://localhost/api/v1/imports";

  it("are the parts of a form, without its empty and its other fields", async () => {
    const form = new FormData();
    form.append("files", new Blob(["one\n".repeat(50_000)]), "one.jsonl");
    form.append("note", "not a file");
    form.append("files", new Blob([]), "");
    form.append("files", new Blob(["two"]), "two.jsonl");
    const taken = await takeUploadedFiles(new Request(address, { method: "POST", body: form }), async (file) => [
      file.fileName,
      (await textOf(file.source)).length,
    ]);
    expect(taken).toEqual([
      ["one.jsonl", 200_000],
      ["two.jsonl", 3],
    ]);
  });

  it("or the body itself under the name in the address", async () => {
    const request = new Request(`${address}?fileName=raw%20file.jsonl`, { method: "POST", body: "raw" });
    const taken = await takeUploadedFiles(request, async (file) => [file.fileName, await textOf(file.source)]);
    expect(taken).toEqual([["raw file.jsonl", "raw"]]);
  });

  it("are refused as a whole when one of them is, without waiting for the rest", async () => {
    const form = new FormData();
    form.append("files", new Blob(["x".repeat(3_000_000)]), "big.jsonl");
    form.append("files", new Blob(["two"]), "two.jsonl");
    // Written out first: a stream made by FormData does not bear that its reader stops early.
    const written = new Response(form);
    const headers = { "content-type": written.headers.get("content-type") ?? "" };
    const request = new Request(address, { method: "POST", headers, body: await written.arrayBuffer() });
    const work = takeUploadedFiles(request, async () => {
      throw new Error("too large");
    });
    await expect(work).rejects.toThrow("too large");
  });

  it("and a form that breaks off is refused with a sentence", async () => {
    const request = new Request(address, {
      method: "POST",
      headers: { "content-type": "multipart/form-data; boundary=b" },
      body: '--b\r\nContent-Disposition: form-data; name="files"; filename="a.jsonl"\r\n\r\n{"half',
    });
    await expect(takeUploadedFiles(request, (file) => textOf(file.source))).rejects.toThrow();
  });
});
