import type pg from "pg";
import { type BatchOutcome, whyNotNext } from "./batch-position.ts";
import { classifyRecords } from "./import-classify.ts";
import { LINE_COLUMNS } from "./import-columns.ts";
import { insertEpisodes } from "./import-episodes.ts";
import { insertProfiles } from "./import-profiles.ts";
import type { ClassifiedRecord, EpisodeContent, ImportBatch, ProfileContent } from "./import-types.ts";
import { insertRows, type RowValues } from "./recordset.ts";
import { inTransaction } from "./transaction.ts";

/** Batches of all imports wait for each other, so that two files with the same ids cannot both think they are first. */
const IMPORT_LOCK = 4_071_202;

/**
 * Writes one batch, its report and the new position in ONE transaction with a handful of statements, so that a crash
 * leaves either all of it or nothing, and a repeated attempt finds the position moved and writes nothing twice.
 */
export async function writeImportBatch(batch: ImportBatch): Promise<BatchOutcome> {
  return inTransaction((client) => writeNext(client, batch), { lock: IMPORT_LOCK });
}

async function writeNext(client: pg.ClientBase, batch: ImportBatch): Promise<BatchOutcome> {
  const refusal = await whyNotNext(client, "episode_imports", batch);
  if (refusal) return refusal;
  const classified = await classifyRecords(client, batch.records);
  await insertEpisodes(client, batch, classified);
  await insertProfiles(client, batch, classified);
  await insertRows(
    client,
    "episode_import_lines",
    LINE_COLUMNS,
    classified.map((item) => lineRow(batch, item)),
  );
  await moveOn(client, batch, classified);
  return "written";
}

/** The line of the report that tells what became of a record. */
function lineRow(batch: ImportBatch, { source, decision, id }: ClassifiedRecord): RowValues {
  const { content } = source;
  const isRefused = content.outcome === "refused";
  return {
    import_id: batch.importId,
    record: source.record,
    line: source.line,
    outcome: decision.outcome,
    kind: isRefused ? "" : content.kind,
    source_id: isRefused ? "" : content.sourceId,
    record_id: id,
    reason: isRefused ? content.reason : reasonOf(decision, content),
    is_repaired: !isRefused && content.isRepaired,
    excerpt: source.excerpt,
  };
}

/** What a researcher should know of a record that was taken: what it met, what was repaired, what it lacks. */
function reasonOf(
  decision: ClassifiedRecord["decision"],
  { sourceId, remarks }: EpisodeContent | ProfileContent,
): string {
  const sentences = [...remarks];
  if (decision.outcome === "conflict") {
    sentences.unshift(`Another record with the id ${sourceId} and other content is already here; both are kept.`);
  }
  if (decision.outcome === "unchanged" && decision.isOtherSpelling) {
    sentences.unshift("The same content is already here in another spelling.");
  }
  return sentences.join(" ");
}

async function moveOn(client: pg.ClientBase, batch: ImportBatch, classified: ClassifiedRecord[]): Promise<void> {
  const count = (outcome: string) => classified.filter((item) => item.decision.outcome === outcome).length;
  const repaired = classified.filter(
    ({ source: { content }, decision }) =>
      content.outcome === "ok" && content.isRepaired && decision.outcome !== "unchanged",
  );
  await client.query(
    `UPDATE episode_imports SET rows_done = rows_done + $2, bytes_done = $3, accepted_count = accepted_count + $4,
       unchanged_count = unchanged_count + $5, conflict_count = conflict_count + $6,
       repaired_count = repaired_count + $7, refused_count = refused_count + $8 WHERE id = $1`,
    [
      batch.importId,
      classified.length,
      batch.bytesDone,
      count("accepted"),
      count("unchanged"),
      count("conflict"),
      repaired.length,
      count("refused"),
    ],
  );
}
