import type pg from "pg";
import type { ItemFacts } from "#lib/domain/rating-imports/rating-record.ts";
import { overtakeNamedVersions } from "./judge-versions.ts";
import { DIMENSIONS, RATERS, UNITS } from "./rating-import-columns.ts";
import type { RatingBatch } from "./rating-import-types.ts";
import { insertRows, type RowValues } from "./recordset.ts";
import { storableText } from "./storable.ts";

const unitName = (itemKey: string, agent: number) => `${agent} ${storableText(itemKey)}`;

/**
 * Our ids of an import's dimensions, raters and units by what names them; their rows are written when they are first met.
 * What was learnt in a transaction that was undone has to be forgotten with it.
 */
export class RatingIds {
  readonly #dimensions = new Map<string, number>();
  readonly #raters = new Map<string, number>();
  readonly #units = new Map<string, number>();

  /** Writes what a batch names for the first time. */
  async learn(client: pg.ClientBase, batch: RatingBatch): Promise<void> {
    await this.#learnDimensions(client, batch);
    await this.#learnRaters(client, batch);
    await this.#learnUnits(client, batch);
  }

  forget(): void {
    for (const ids of [this.#dimensions, this.#raters, this.#units]) ids.clear();
  }

  dimension(key: string): number | undefined {
    return this.#dimensions.get(key);
  }

  rater(key: string): number | undefined {
    return this.#raters.get(key);
  }

  unit(itemKey: string, agent: number): number | undefined {
    return this.#units.get(unitName(itemKey, agent));
  }

  async #learnDimensions(client: pg.ClientBase, { importId, scales }: RatingBatch): Promise<void> {
    if (this.#dimensions.size > 0) return;
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
    for (const { id, key } of found.rows) this.#dimensions.set(key, id);
  }

  async #learnRaters(client: pg.ClientBase, { importId, raters }: RatingBatch): Promise<void> {
    const fresh = raters.filter((rater) => !this.#raters.has(rater.raterKey));
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
    for (const row of found.rows) this.#raters.set(row.rater_key, row.id);
  }

  async #learnUnits(client: pg.ClientBase, { importId, records }: RatingBatch): Promise<void> {
    const fresh = new Map<string, RowValues>();
    for (const { facts, ratings } of records) {
      if (!facts) continue;
      for (const { agent } of ratings) {
        const name = unitName(facts.itemKey, agent);
        if (this.#units.has(name) || fresh.has(name)) continue;
        fresh.set(name, unitRow(importId, facts, agent));
      }
    }
    if (fresh.size === 0) return;
    await insertRows(client, "imported_units", UNITS, [...fresh.values()], "ON CONFLICT DO NOTHING");
    const found = await client.query<{ id: number; item_key: string; agent: number }>(
      `SELECT id, item_key, agent FROM imported_units WHERE import_id = $1 AND item_key = ANY($2)`,
      [importId, [...new Set([...fresh.values()].map((unit) => unit.item_key))]],
    );
    for (const { id, item_key, agent } of found.rows) this.#units.set(unitName(item_key, agent), id);
  }
}

/** A unit as the file tells of it: one agent of an item, the learner's seat where the file rates one alone. */
function unitRow(importId: string, facts: ItemFacts, agent: number): RowValues {
  return {
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
  };
}
