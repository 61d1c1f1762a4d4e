import { Readable } from "node:stream";
import { systemActor } from "#lib/domain/access/actor.ts";
import { getGuidelines } from "#lib/domain/annotations/guidelines/get-guidelines.ts";
import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import { SOTOPIA_DIMENSIONS } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import { importFile } from "#lib/operations/imports/import-file.ts";
import { runImport } from "#lib/operations/imports/run-import.ts";
import { createStudy } from "#lib/operations/studies/create-study.ts";
import { launchStudy } from "#lib/operations/studies/launch-study.ts";
import { queryRows } from "#lib/store/sql.ts";
import { syntheticFile, syntheticId } from "../lib/synthetic-episodes.ts";

const ACTOR = systemActor("bench");

/** A launched study as its annotators and the ledger need it. */
export type BenchStudy = {
  studyId: string;
  entryToken: string;
  dimensions: readonly Dimension[];
  itemsPerAnnotator: number;
  annotationsPerItem: number;
  /** Completion codes by outcome; no page but an end may show one. */
  codes: ReadonlyMap<string, string>;
};

/** How large a study is. */
export type StudySize = { items: number; annotationsPerItem: number; itemsPerAnnotator: number };

/** Imports invented episodes through the app's own import, and answers their ids. */
export async function importEpisodes(count: number, seed: number): Promise<string[]> {
  const options = { seed };
  const source = Readable.from(syntheticFile(0, count, options));
  const queued = await importFile(ACTOR, { fileName: "bench.jsonl", source }, { enqueue: async () => null });
  const done = await runImport(ACTOR, { importId: queued.id });
  if (done.state !== "completed" || done.acceptedCount !== count)
    throw new Error(`The import ended as ${done.state}: ${done.error}`);
  return Array.from({ length: count }, (_, number) => syntheticId("01BE", number));
}

/** Makes and launches a study over the first `size.items` of the episodes, entered from a panel with ids in the address. */
export async function launchBenchStudy(
  name: string,
  episodeIds: readonly string[],
  size: StudySize,
): Promise<BenchStudy> {
  const { items, annotationsPerItem, itemsPerAnnotator } = size;
  const design = {
    name,
    annotationsPerItem,
    itemsPerAnnotator,
    minutesPerItem: 12,
    guidelinesVersion: "1",
    consentText: getGuidelines("1").consentText.body,
    contact: "the benchmark",
    hasPractice: false,
    panelKind: "generic" as const,
    completionUrl: "https://panel.example/complete?code={code}",
    dimensions: [...SOTOPIA_DIMENSIONS],
  };
  const { studyId } = await createStudy(ACTOR, { design, plan: { kind: "ids", ids: episodeIds.slice(0, items) } });
  await launchStudy(ACTOR, { studyId });
  const [study] = await queryRows<{ token: string }>("SELECT entry_token AS token FROM studies WHERE id = $1", [
    studyId,
  ]);
  const codes = await queryRows<{ outcome: string; code: string }>(
    "SELECT outcome, code FROM completion_codes WHERE study_id = $1",
    [studyId],
  );
  return {
    studyId,
    entryToken: study?.token ?? "",
    dimensions: SOTOPIA_DIMENSIONS,
    itemsPerAnnotator,
    annotationsPerItem,
    codes: new Map(codes.map(({ outcome, code }) => [outcome, code])),
  };
}
