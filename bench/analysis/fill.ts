import pg from "pg";

/** How a measured set of ratings looks: seven dimensions, both agents, two people and one judge for each cell. */
const RATINGS_PER_ITEM = 7 * 2 * 3;
const POLICIES = 6;
const HUMANS = 120;
/** A statement fills at most this many items, so that the embedded database answers in between. */
const STEP = 1_000;

const SCALES = [
  ["believability", 0, 10],
  ["relationship", -5, 5],
  ["knowledge", 0, 10],
  ["secret", -10, 0],
  ["social_rules", -10, 0],
  ["financial_and_material_benefits", -5, 5],
  ["goal", 0, 10],
] as const;

const ITEMS = `
  INSERT INTO imported_units (import_id, item_key, agent, cluster_key, scenario_key, condition, policy, partner_policy, seat_role)
  SELECT $1, 'item-' || i, agent, 'item-' || i, 'scenario-' || (i / ${POLICIES} % 90), 'policy-' || (i % ${POLICIES}),
    CASE WHEN agent = 1 THEN 'policy-' || (i % ${POLICIES}) ELSE 'partner' END,
    CASE WHEN agent = 1 THEN 'partner' ELSE 'policy-' || (i % ${POLICIES}) END,
    CASE WHEN agent = 1 THEN 'learner' ELSE 'partner' END
  FROM generate_series($2::int, $3::int) i, generate_series(1, 2) agent`;

/** Slots up to 0 are judges, the others people. Scores share a part within an item, a part within a cell, and noise; the judge adds more for later policies. */
const RATINGS = `
  INSERT INTO imported_ratings (unit_id, rater_id, dimension_id, occurrence, score, rationale, record, line, is_duplicate)
  SELECT u.id, CASE WHEN slot <= 0 THEN ($2::int[])[1 - slot] ELSE ($3::int[])[1 + (item.i * 7 + slot * 61) % ${HUMANS}] END, d.id, 0,
    greatest(d.min, least(d.max, round((d.min + d.max) / 2 + noise.shared + noise.own
      + CASE WHEN slot <= 0 THEN 0.3 + 0.2 * (item.i % ${POLICIES}) ELSE 0 END))), '', item.i, item.i, false
  FROM imported_units u
  CROSS JOIN LATERAL (SELECT substr(u.item_key, 6)::int AS i) item
  CROSS JOIN generate_series(1 - $6::int, 2) slot
  JOIN imported_dimensions d ON d.import_id = $1
  CROSS JOIN LATERAL (SELECT (abs(hashint4(item.i * 13 + d.position)) % 7 - 3) AS shared,
    (abs(hashint4(item.i * 31 + u.agent * 17 + slot * 7 + d.position * 3)) % 5 - 2) AS own) noise
  WHERE u.import_id = $1 AND u.id BETWEEN $4::int AND $5::int`;

/** Fills one import with about `ratings` ratings inside the database; answers its id and the keys of its judges. */
export async function fillRatings(
  url: string,
  ratings: number,
  { judges: judgeCount = 1 } = {},
): Promise<{ importId: string; judges: string[] }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const importId = `bench-${ratings}`;
  const perItem = RATINGS_PER_ITEM + 14 * (judgeCount - 1);
  const items = Math.ceil(ratings / perItem);
  await client.query(
    `INSERT INTO rating_imports (id, file_name, state, shape, rating_count, finished_at) VALUES ($1, $2, 'completed', 'table', $3, now())`,
    [importId, `bench-${ratings}.csv`, items * perItem],
  );
  for (const [position, [key, min, max]] of SCALES.entries())
    await client.query(
      "INSERT INTO imported_dimensions (import_id, position, key, name, min, max) VALUES ($1, $2, $3, $3, $4, $5)",
      [importId, position, key, min, max],
    );
  const raters = await client.query<{ id: number; kind: string }>(
    `INSERT INTO imported_raters (import_id, kind, rater_key, name)
     SELECT $1, CASE WHEN i <= 0 THEN 'judge' ELSE 'human' END, CASE WHEN i <= 0 THEN 'bench-judge-' || -i ELSE 'bench-' || i END,
       CASE WHEN i <= 0 THEN 'judge-' || 4 - i ELSE 'R-' || i END
     FROM generate_series(1 - $2::int, ${HUMANS}) i RETURNING id, kind`,
    [importId, judgeCount],
  );
  const judges = raters.rows.filter(({ kind }) => kind === "judge").map(({ id }) => id);
  const humans = raters.rows.filter(({ kind }) => kind === "human").map(({ id }) => id);
  for (let from = 0; from < items; from += STEP)
    await client.query(ITEMS, [importId, from + 1, Math.min(items, from + STEP)]);
  const { rows } = await client.query("SELECT min(id), max(id) FROM imported_units WHERE import_id = $1", [importId]);
  for (let from = rows[0].min; from <= rows[0].max; from += 2 * STEP)
    await client.query(RATINGS, [
      importId,
      judges,
      humans,
      from,
      Math.min(rows[0].max, from + 2 * STEP - 1),
      judgeCount,
    ]);
  await client.query("ANALYZE imported_ratings");
  await client.end();
  return { importId, judges: judges.map((_, place) => `judge:bench-judge-${place}`) };
}
