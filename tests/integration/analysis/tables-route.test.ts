import { NextRequest } from "next/server";
import { beforeEach, describe, expect, test } from "vitest";
import { GET } from "#app/api/v1/analyses/[analysisId]/views/[view]/tables/route.ts";
import type { FindingTable } from "#lib/domain/analysis/tables/finding-table.ts";
import { createAnalysis } from "#lib/operations/analysis/create-analysis.ts";
import { createApiToken } from "#lib/operations/api-tokens/create-api-token.ts";
import { makePerson, type UserActor } from "#tests/factories/people.ts";
import type { MadeRating } from "#tests/factories/rating-columns.ts";
import { makeRatingImport } from "#tests/factories/rating-import.ts";
import { withTestDatabase } from "#tests/support/database.ts";

withTestDatabase();

/** Judge and one person on four items of each policy; the differences of the first have the mean 0.5, of the second 2. */
const SCORES: Record<string, [judge: number, person: number][]> = {
  base: [
    [5, 5],
    [6, 5],
    [4, 3],
    [7, 7],
  ],
  "BC+SR": [
    [9, 6],
    [8, 7],
    [9, 7],
    [7, 5],
  ],
};
const RATINGS: MadeRating[] = Object.entries(SCORES).flatMap(([policy, pairs]) =>
  pairs.flatMap(([judge, person], place) => [
    { item: `${policy} ${place}`, rater: "judge-4", score: judge },
    { item: `${policy} ${place}`, rater: "ann", score: person },
  ]),
);
const ITEMS = Object.fromEntries(
  Object.keys(SCORES).flatMap((policy) =>
    [0, 1, 2, 3].map((place) => [`${policy} ${place}`, { policies: [policy, ""] as [string, string] }]),
  ),
);

let researcher: UserActor;
let analysisId: string;

beforeEach(async () => {
  researcher = (await makePerson("researcher")).actor;
  const { importId } = await makeRatingImport(RATINGS, { items: ITEMS, createdById: researcher.userId });
  const policies = Object.keys(SCORES).map((name) => ({ label: name, names: [name] }));
  const question = { importIds: [importId], judges: ["judge:judge-4"], policies, resamples: 200 };
  ({ analysisId } = await createAnalysis(researcher, { name: "Does it overrate?", question }));
});

/** Asks for the tables of a view as a script does. */
async function askTables(view: string, { actor = researcher as UserActor | null, id = analysisId, query = "" } = {}) {
  const { token } = actor ? await createApiToken(actor, { name: "script" }) : { token: null };
  const headers = token ? { authorization: `Bearer ${token}` } : undefined;
  const request = new NextRequest(`http://localhost/api/v1/analyses/${id}/views/${view}/tables${query}`, { headers });
  const response = await GET(request, { params: Promise.resolve({ analysisId: id, view }) });
  return { status: response.status, body: await response.json() };
}

/** What a table has in a column, by the policies of its rows. */
function columnOf(tables: FindingTable[], table: string, column: string) {
  const { columns, rows } = tables.find(({ name }) => name === table)!;
  const [policy, wanted] = ["policy", column].map((name) => columns.findIndex((found) => found.name === name));
  return Object.fromEntries(rows.map(({ cells }) => [cells[policy!]?.value, cells[wanted!]?.value]));
}

describe("the tables of a view, as scripts read them", () => {
  test("have the numbers of the view, unrounded, under its filters", async () => {
    const { status, body } = await askTables("bias");
    expect(status).toBe(200);
    expect(columnOf(body.tables, "bias-by-policy", "bias")).toEqual({ base: 0.5, "BC+SR": 2 });
    expect(columnOf(body.tables, "bias-by-policy", "human_mean")).toEqual({ base: 5, "BC+SR": 6.25 });
    const one = await askTables("bias", { query: "?policies=BC%2BSR" });
    expect(columnOf(one.body.tables, "bias-by-policy", "bias")).toEqual({ "BC+SR": 2 });
    expect(one.body.fingerprint).not.toBe(body.fingerprint);
  });

  test("are for everybody with an account, and for nobody else", async () => {
    for (const role of ["analyst", "admin"] as const) {
      const { actor } = await makePerson(role);
      expect((await askTables("bias", { actor })).status, role).toBe(200);
    }
    expect(await askTables("bias", { actor: null })).toMatchObject({
      status: 401,
      body: { error: { code: "UNAUTHENTICATED" } },
    });
  });

  test("say which view or analysis there is not", async () => {
    const unknown = await askTables("verdict");
    expect(unknown).toMatchObject({ status: 404, body: { error: { message: "There is no view of this name." } } });
    const other = "00000000-0000-4000-8000-000000000000";
    expect(await askTables("bias", { id: other })).toMatchObject({ status: 404 });
  });
});
