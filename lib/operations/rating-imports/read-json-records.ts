import { decodeRecord } from "#lib/domain/episodes/import/decode-record.ts";
import { createRecordSplitter } from "#lib/domain/episodes/import/record-splitter.ts";
import { ACCEPTED, refuseNonObject } from "#lib/domain/episodes/import/refusal.ts";
import type { SplitRecord } from "#lib/domain/episodes/import/split-record.ts";
import type { Fields } from "#lib/domain/rating-imports/rating-record.ts";
import type { ReadRecord } from "./record-source.ts";

/** The longest record, in characters: a judge's scores of all episodes may be one single object. */
const MAX_RECORD = 128 * 1024 * 1024;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An object from episode ids of any form to judgments (`{"e1": {agent1, agent2}}`) as one record for each; else null. */
function judgmentsByEpisode(object: Record<string, unknown>): Fields[] | null {
  const entries = Object.entries(object);
  const isJudgment = (value: unknown) => isObject(value) && ("agent1" in value || "agent2" in value);
  if (entries.length === 0 || !entries.every(([, value]) => isJudgment(value))) return null;
  return entries.map(([pk, value]) => ({ pk, ...(value as Fields) }));
}

/** The sentences of episode imports end with what episodes may be, which does not belong here. */
function ratingSentence(reason: string): string {
  return reason.replace(ACCEPTED, "").replace("which no episode is", "which no record of ratings is").trim();
}

type Piece = { fields: Fields } | { refused: string };

function piecesOf(split: SplitRecord): Piece[] {
  const decoded = decodeRecord(split);
  if (!decoded.ok) return [{ refused: ratingSentence(decoded.bad.reason) }];
  return decoded.records.flatMap((value): Piece[] => {
    if (!isObject(value)) return [{ refused: ratingSentence(refuseNonObject(value).reason) }];
    return (judgmentsByEpisode(value) ?? [value]).map((fields) => ({ fields }));
  });
}

/** Reads JSON Lines, a list of objects, or an object from episode ids to judgments. */
export async function* readJsonRecords(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ReadRecord> {
  const splitter = createRecordSplitter(MAX_RECORD);
  const decoder = new TextDecoder("utf-8");
  let bytesRead = 0;
  const read = function* (splits: SplitRecord[]): Generator<ReadRecord> {
    for (const split of splits) for (const piece of piecesOf(split)) yield { line: split.line, bytesRead, ...piece };
  };
  for await (const chunk of bytes) {
    bytesRead += chunk.byteLength;
    yield* read(splitter.push(decoder.decode(chunk, { stream: true })));
  }
  yield* read([...splitter.push(decoder.decode()), ...splitter.end()]);
}
