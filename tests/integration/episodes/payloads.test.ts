import { describe, expect, it } from "vitest";
import { getEpisode } from "#lib/operations/episodes/get-episode.ts";
import { getRawRecord } from "#lib/operations/episodes/get-raw-record.ts";
import { exportImportLines } from "#lib/operations/imports/export-import-lines.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { PAYLOADS, UNSTORABLE } from "./payloads.ts";
import { episodeLog } from "./records.ts";
import { importText, jsonLines, reportOf, SYSTEM, withDataFolder } from "./support.ts";

const database = withTestDatabase();
withDataFolder();

async function episodeBySourceId(sourceId: string) {
  const { id } = await database.db.episode.findFirstOrThrow({ where: { sourceId } });
  return getEpisode(SYSTEM, { episodeId: id });
}

describe("hostile texts", () => {
  it("keep every character as text", async () => {
    const records = Object.entries(PAYLOADS).map(([name, payload]) =>
      episodeLog({ id: name, says: [payload, "Fine."], tag: payload.slice(0, 60) }),
    );
    const row = await importText(jsonLines(records));
    expect(row).toMatchObject({ state: "completed", acceptedCount: records.length, refusedCount: 0 });
    for (const [name, payload] of Object.entries(PAYLOADS)) {
      const view = await episodeBySourceId(name);
      expect(view.document.turns, name).toHaveLength(3);
      expect(view.document.turns[0]?.text.trim(), name).toBe(payload.trim());
      const { raw } = await getRawRecord(SYSTEM, { episodeId: view.episode.id });
      expect(JSON.parse(raw ?? "").messages[0][2][2], name).toContain(payload);
    }
  });

  it("are repaired where the database cannot hold them", async () => {
    const records = Object.entries(UNSTORABLE).map(([name, payload]) =>
      episodeLog({ id: name, says: [payload], tag: payload }),
    );
    const row = await importText(jsonLines(records));
    expect(row).toMatchObject({ state: "completed", acceptedCount: 2, repairedCount: 2 });
    for (const name of Object.keys(UNSTORABLE)) {
      const view = await episodeBySourceId(name);
      expect(view.document.turns[0]?.text, name).toBe("before\uFFFDafter");
      expect(view.repairs.map((repair) => repair.code)).toContain("control-characters");
    }
  });

  it("in a refused line become a harmless excerpt and a harmless cell", async () => {
    const row = await importText(`{"x": "${"-".repeat(5_000)}"}\n=1+1\u0000 <script>x</script>,\u0007\n`, "=cmd.jsonl");
    expect(row.state).toBe("completed");
    const lines = await reportOf(row.id);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line.excerpt).not.toMatch(/\p{Cc}/u);
    const file = await exportImportLines(SYSTEM, { importId: row.id });
    const chunks: Uint8Array[] = [];
    for await (const chunk of file.content) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).not.toMatch(/(^|,)"?=/m);
  });

  it("a record of more than 8 MB is refused and the ones around it are kept", async () => {
    const huge = JSON.stringify(episodeLog({ id: "H", says: ["x".repeat(9_000_000)] }));
    const [before, after] = [episodeLog({ id: "B" }), episodeLog({ id: "A" })].map((record) => JSON.stringify(record));
    const row = await importText(`${before}\n${huge}\n${after}\n`);
    expect(row).toMatchObject({ state: "completed", acceptedCount: 2, refusedCount: 1 });
  });
});
