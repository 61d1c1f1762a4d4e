import type pg from "pg";
import { type BatchOutcome, whyNotNext } from "./batch-position.ts";
import { RatingIds } from "./rating-ids.ts";
import { LINES } from "./rating-import-columns.ts";
import type { RatingBatch, StoredRecord } from "./rating-import-types.ts";
import { insertRows } from "./recordset.ts";
import { storableText } from "./storable.ts";
import { inTransaction } from "./transaction.ts";

/** A rater of the batch that the same rater may meet again: a repeated rating gets the next occurrence. */
const INSERT_RATINGS = `
  INSERT INTO imported_ratings (unit_id, rater_id, dimension_id, occurrence, score, rationale, record, line)
  SELECT r.u, r.r, r.d, r.n + COALESCE((SELECT max(e.occurrence) + 1 FROM imported_ratings e
    WHERE e.unit_id = r.u AND e.rater_id = r.r AND e.dimension_id = r.d), 0), r.s, r.t, r.c, r.l
  FROM json_to_recordset($1::json) AS r(u int, r int, d int, n int, s float8, t text, c int, l int)`;

/** An item's chance may stand in a later row than its first. */
const ADD_CHANCES = `
  UPDATE imported_units u SET inclusion_probability = c.chance
  FROM json_to_recordset($2::json) AS c(item_key text, chance float8)
  WHERE u.import_id = $1 AND u.item_key = c.item_key AND u.inclusion_probability IS NULL`;

/**
 * Writes the batches of one import, each in ONE transaction with its report and the new position, so that a crash
 * leaves either all of it or nothing and a repeated attempt writes nothing twice.
 */
export class RatingWriter {
  readonly #ids = new RatingIds();

  async write(batch: RatingBatch): Promise<BatchOutcome> {
    try {
      return await inTransaction((client) => this.#writeNext(client, batch));
    } catch (error) {
      this.#ids.forget();
      throw error;
    }
  }

  async #writeNext(client: pg.ClientBase, batch: RatingBatch): Promise<BatchOutcome> {
    const refusal = await whyNotNext(client, "rating_imports", batch);
    if (refusal) return refusal;
    await this.#ids.learn(client, batch);
    await addChances(client, batch);
    await client.query(INSERT_RATINGS, [JSON.stringify(this.#ratingRows(batch))]);
    await insertLines(client, batch);
    await moveOn(client, batch);
    return "written";
  }

  /** The batch's ratings by our ids; `n` counts repetitions within the batch. */
  #ratingRows({ records }: RatingBatch): unknown[] {
    const times = new Map<string, number>();
    return records.flatMap(({ facts, ratings, record, line }) =>
      ratings.map((rating) => {
        const u = this.#ids.unit(facts?.itemKey ?? "", rating.agent);
        const r = this.#ids.rater(rating.raterKey);
        const d = this.#ids.dimension(rating.dimension);
        const name = `${u} ${r} ${d}`;
        const n = times.get(name) ?? 0;
        times.set(name, n + 1);
        return { u, r, d, n, s: rating.score, t: storableText(rating.rationale), c: record, l: line };
      }),
    );
  }
}

async function addChances(client: pg.ClientBase, { importId, records }: RatingBatch): Promise<void> {
  const chances = new Map<string, number>();
  for (const { facts } of records)
    if (facts?.inclusionProbability != null) chances.set(storableText(facts.itemKey), facts.inclusionProbability);
  if (chances.size === 0) return;
  const rows = Array.from(chances, ([item_key, chance]) => ({ item_key, chance }));
  await client.query(ADD_CHANCES, [importId, JSON.stringify(rows)]);
}

/** Only records of which there is something to say get a line. */
async function insertLines(client: pg.ClientBase, { importId, records }: RatingBatch): Promise<void> {
  const telling = records.filter((record) => record.outcome !== "accepted" || record.reason !== "");
  const rows = telling.map(({ record, line, outcome, itemKey, reason, excerpt }) => ({
    import_id: importId,
    record,
    line,
    outcome,
    item_key: storableText(itemKey),
    reason: storableText(reason),
    excerpt: storableText(excerpt),
  }));
  await insertRows(client, "rating_import_lines", LINES, rows);
}

async function moveOn(client: pg.ClientBase, { importId, bytesDone, records }: RatingBatch): Promise<void> {
  const count = (outcome: StoredRecord["outcome"]) => records.filter((record) => record.outcome === outcome).length;
  const sum = (of: (record: StoredRecord) => number) => records.reduce((total, record) => total + of(record), 0);
  await client.query(
    `UPDATE rating_imports SET rows_done = rows_done + $2, bytes_done = $3, accepted_count = accepted_count + $4,
       partly_count = partly_count + $5, refused_count = refused_count + $6, blank_count = blank_count + $7,
       rating_count = rating_count + $8, refused_scores = refused_scores + $9 WHERE id = $1`,
    [
      importId,
      records.length,
      bytesDone,
      count("accepted"),
      count("partly"),
      count("refused"),
      count("blank"),
      sum((record) => record.ratings.length),
      sum((record) => record.refusedScores),
    ],
  );
}
