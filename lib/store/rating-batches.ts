import type pg from "pg";
import { getPool } from "./connection.ts";
import { overtakeNamedVersions } from "./judge-versions.ts";
import { DIMENSIONS, LINES, RATERS, UNITS } from "./rating-import-columns.ts";
import type { RatingBatch, RatingBatchOutcome, StoredRecord } from "./rating-import-types.ts";
import { insertRows } from "./recordset.ts";
import { storableText } from "./storable.ts";

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

const unitName = (itemKey: string, agent: number) => `${agent} ${itemKey}`;

/** Our ids of an import's dimensions, raters and units by what names them; filled as they are first met. */
type KnownIds = { dimensions: Map<string, number>; raters: Map<string, number>; units: Map<string, number> };

/**
 * Writes the batches of one import, each in ONE transaction with its report and the new position, so that a crash
 * leaves either all of it or nothing and a repeated attempt writes nothing twice.
 */
export class RatingWriter {
  private known: KnownIds = { dimensions: new Map(), raters: new Map(), units: new Map() };

  async write(batch: RatingBatch): Promise<RatingBatchOutcome> {
    const client = await getPool().connect();
    try {
      await client.query("BEGIN");
      const outcome = await this.writeInTransaction(client, batch);
      await client.query(outcome === "written" ? "COMMIT" : "ROLLBACK");
      return outcome;
    } catch (error) {
      // What was learnt inside the transaction is undone with it.
      this.known = { dimensions: new Map(), raters: new Map(), units: new Map() };
      await client.query("ROLLBACK").catch(() => {});
      throw error;
    } finally {
      client.release();
    }
  }

  private async writeInTransaction(client: pg.ClientBase, batch: RatingBatch): Promise<RatingBatchOutcome> {
    const state = await client.query<{ state: string; rows_done: number }>(
      `SELECT state, rows_done FROM rating_imports WHERE id = $1 FOR UPDATE`,
      [batch.importId],
    );
    const now = state.rows[0];
    if (!now || now.state === "canceled") return "canceled";
    if (now.state !== "running" || now.rows_done !== batch.recordsBefore) return "overtaken";
    await this.learnDimensions(client, batch);
    await this.learnRaters(client, batch);
    await this.learnUnits(client, batch);
    await addChances(client, batch);
    await client.query(INSERT_RATINGS, [JSON.stringify(this.ratingRows(batch))]);
    await insertLines(client, batch);
    await moveOn(client, batch);
    return "written";
  }

  private async learnDimensions(client: pg.ClientBase, { importId, scales }: RatingBatch): Promise<void> {
    if (this.known.dimensions.size > 0) return;
    const rows = scales.map(({ key, name, min, max, isWhole }, position) => {
      return {
        import_id: importId,
        position,
        key: storableText(key),
        name: storableText(name),
        min,
        max,
        is_whole: isWhole,
      };
    });
    await insertRows(client, "imported_dimensions", DIMENSIONS, rows, "ON CONFLICT DO NOTHING");
    const found = await client.query<{ id: number; key: string }>(
      `SELECT id, key FROM imported_dimensions WHERE import_id = $1`,
      [importId],
    );
    for (const { id, key } of found.rows) this.known.dimensions.set(key, id);
  }

  private async learnRaters(client: pg.ClientBase, { importId, raters }: RatingBatch): Promise<void> {
    const fresh = raters.filter((rater) => !this.known.raters.has(rater.raterKey));
    if (fresh.length === 0) return;
    const rows = fresh.map((rater) => ({
      import_id: importId,
      kind: rater.kind,
      rater_key: rater.raterKey,
      name: storableText(rater.name),
      model: storableText(rater.model),
      version: storableText(rater.version),
      prompt: storableText(rater.prompt),
      is_position: rater.isPosition,
    }));
    await insertRows(client, "imported_raters", RATERS, rows, "ON CONFLICT DO NOTHING");
    const unversioned = fresh.filter(({ kind, version }) => kind === "judge" && version === "");
    await overtakeNamedVersions(
      client,
      unversioned.map(({ raterKey }) => `judge:${raterKey}`),
    );
    const found = await client.query<{ id: number; rater_key: string }>(
      `SELECT id, rater_key FROM imported_raters WHERE import_id = $1 AND rater_key = ANY($2)`,
      [importId, fresh.map((rater) => rater.raterKey)],
    );
    for (const row of found.rows) this.known.raters.set(row.rater_key, row.id);
  }

  private async learnUnits(client: pg.ClientBase, { importId, records }: RatingBatch): Promise<void> {
    const fresh = new Map<string, Record<string, unknown>>();
    for (const { facts, ratings } of records) {
      if (!facts) continue;
      for (const { agent } of ratings) {
        const name = unitName(storableText(facts.itemKey), agent);
        if (this.known.units.has(name) || fresh.has(name)) continue;
        fresh.set(name, {
          import_id: importId,
          item_key: storableText(facts.itemKey),
          agent,
          cluster_key: storableText(facts.cluster),
          scenario_key: storableText(facts.scenario),
          condition: storableText(facts.condition),
          policy: storableText(facts.condition),
          seat_role: agent === 0 ? "learner" : "",
          shown_scenario: storableText(facts.shownScenario),
          inclusion_probability: facts.inclusionProbability,
        });
      }
    }
    if (fresh.size === 0) return;
    await insertRows(client, "imported_units", UNITS, [...fresh.values()], "ON CONFLICT DO NOTHING");
    const found = await client.query<{ id: number; item_key: string; agent: number }>(
      `SELECT id, item_key, agent FROM imported_units WHERE import_id = $1 AND item_key = ANY($2)`,
      [importId, [...new Set([...fresh.values()].map((unit) => unit.item_key))]],
    );
    for (const { id, item_key, agent } of found.rows) this.known.units.set(unitName(item_key, agent), id);
  }

  /** The batch's ratings by our ids; `n` counts repetitions within the batch. */
  private ratingRows({ records }: RatingBatch): unknown[] {
    const times = new Map<string, number>();
    return records.flatMap(({ facts, ratings, record, line }) =>
      ratings.map((rating) => {
        const u = this.known.units.get(unitName(storableText(facts?.itemKey ?? ""), rating.agent));
        const r = this.known.raters.get(rating.raterKey);
        const d = this.known.dimensions.get(rating.dimension);
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
