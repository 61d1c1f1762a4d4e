import { randomUUID } from "node:crypto";
import { getDb } from "#lib/store/db.ts";
import type { MadeRating } from "./rating-columns.ts";

/** What is known of the items of a made import, by item. */
export type MadeImportItem = { cluster?: string; scenario?: string; policies?: [string, string] };

/** A finished import with these ratings on SOTOPIA’s goal scale (or 0 to 10), as the import of a file leaves it. */
export async function makeRatingImport(
  ratings: readonly MadeRating[],
  options: { items?: Record<string, MadeImportItem>; createdById?: string } = {},
): Promise<{ importId: string; raterIds: Record<string, number> }> {
  const db = getDb();
  const importId = randomUUID();
  const finished = { state: "completed", shape: "table", ratingCount: ratings.length, finishedAt: new Date() };
  const createdById = options.createdById ?? null;
  await db.ratingImport.create({ data: { id: importId, fileName: "made.csv", createdById, ...finished } });
  const unitIds = new Map<string, number>();
  const raterIds: Record<string, number> = {};
  const dimensionIds = new Map<string, number>();
  for (const [line, rating] of ratings.entries()) {
    const { item, agent = 1, rater, dimension = "goal", score, occurrence = 0, isDuplicate = false } = rating;
    const unitKey = `${item} ${agent}`;
    if (!unitIds.has(unitKey)) unitIds.set(unitKey, await makeUnit(importId, item, agent, options.items?.[item]));
    raterIds[rater] ??= await makeRater(importId, rater);
    if (!dimensionIds.has(dimension)) {
      const scale = { position: dimensionIds.size, key: dimension, name: dimension, min: 0, max: 10 };
      dimensionIds.set(dimension, (await db.importedDimension.create({ data: { importId, ...scale } })).id);
    }
    await db.importedRating.create({
      data: {
        unitId: unitIds.get(unitKey) as number,
        raterId: raterIds[rater],
        dimensionId: dimensionIds.get(dimension) as number,
        occurrence,
        score,
        isDuplicate,
        rationale: `${rater} on ${item}`,
        record: line + 1,
        line: line + 2,
      },
    });
  }
  return { importId, raterIds };
}

async function makeUnit(importId: string, itemKey: string, agent: number, facts: MadeImportItem = {}): Promise<number> {
  const { cluster = itemKey, scenario = "", policies = ["base", ""] } = facts;
  const policy = policies[Math.max(0, agent - 1)] ?? "";
  const partnerPolicy = agent === 0 ? "" : (policies[2 - agent] ?? "");
  const unit = await getDb().importedUnit.create({
    data: { importId, itemKey, agent, clusterKey: cluster, scenarioKey: scenario, policy, partnerPolicy },
  });
  return unit.id;
}

async function makeRater(importId: string, name: string): Promise<number> {
  const kind = name.startsWith("judge") ? "judge" : "human";
  return (await getDb().importedRater.create({ data: { importId, kind, raterKey: name, name } })).id;
}
