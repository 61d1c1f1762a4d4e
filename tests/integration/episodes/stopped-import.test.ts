import { beforeEach, describe, expect, it } from "vitest";
import { cancelImport } from "#lib/operations/imports/cancel-import.ts";
import { runImport } from "#lib/operations/imports/run-import.ts";
import { writeImportBatch } from "#lib/store/import-batches.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { csv, importRatings } from "../rating-imports/support.ts";
import { environmentProfile, episodeLog } from "./records.ts";
import { importText, jsonLines, queueText, SYSTEM, user, withDataFolder } from "./support.ts";

const database = withTestDatabase();
withDataFolder();

/** What is in the first batch of each of these files joins what is here; the rest fills further batches. */
const REST = Array.from({ length: 250 }, (_, index) => `REST${index}`);
const profiles = jsonLines([environmentProfile(), ...REST.map((id) => environmentProfile({ id, codename: id }))]);
const episodes = jsonLines(["E1", ...REST].map((id) => episodeLog({ id })));

/** Imports a file and does something once its first batch is written. */
async function importAndThen(text: string, afterFirst: (importId: string) => Promise<void>): Promise<string> {
  const { id } = await queueText(text);
  const writeBatch: typeof writeImportBatch = async (batch) => {
    const outcome = await writeImportBatch(batch);
    if (batch.recordsBefore === 0) await afterFirst(id);
    return outcome;
  };
  return (await runImport(SYSTEM, { importId: id }, { writeBatch }).catch(() => ({ state: "failed" }))).state;
}

const stop = async (importId: string) => void (await cancelImport(user("researcher"), { importId }));
const codenameOf = async (sourceId: string) =>
  (await database.db.episode.findFirstOrThrow({ where: { sourceId } })).codename;

describe("scenarios of a file that does not come to its end", () => {
  beforeEach(async () => {
    await importText(jsonLines([episodeLog({ id: "E1" })]));
    expect(await codenameOf("E1")).toBe("");
  });

  it("reach the episodes that name them when it is stopped, and are not undone by another import of the file", async () => {
    expect(await importAndThen(profiles, stop)).toBe("canceled");
    expect(await codenameOf("E1")).toBe("shared_oven");
    expect(await importText(profiles)).toMatchObject({ unchangedCount: 200, acceptedCount: 51 });
    expect(await codenameOf("E1")).toBe("shared_oven");
  });

  it("reach them when it fails", async () => {
    expect(await importAndThen(profiles, () => Promise.reject(new Error("broken")))).toBe("failed");
    expect(await codenameOf("E1")).toBe("shared_oven");
  });

  it("reach them when it is stopped while no worker runs it", async () => {
    const { id } = await queueText(profiles);
    const leave = new AbortController();
    const writeBatch: typeof writeImportBatch = async (batch) => {
      const outcome = await writeImportBatch(batch);
      leave.abort(new Error("The worker is stopping."));
      return outcome;
    };
    await expect(runImport(SYSTEM, { importId: id, signal: leave.signal }, { writeBatch })).rejects.toThrow("stopping");
    await stop(id);
    expect(await codenameOf("E1")).toBe("");
    // The queue gives the job to another worker, which finds the import stopped.
    expect(await runImport(SYSTEM, { importId: id })).toMatchObject({ state: "canceled", rowsDone: 200 });
    expect(await codenameOf("E1")).toBe("shared_oven");
  });
});

it("episodes of a file that is stopped reach the ratings that came before them", async () => {
  await importRatings(csv(["item", "agent", "dimension", "rater", "score"], ["E1", 1, "goal", "ann", 7]));
  expect(await importAndThen(episodes, stop)).toBe("canceled");
  expect(await database.db.episode.findFirst({ where: { sourceId: "E1" } })).toMatchObject({ importedRaterCount: 1 });
  expect(await database.db.importedUnit.findFirst()).toMatchObject({ policy: expect.stringMatching(/./) });
});
