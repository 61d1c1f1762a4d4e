import { NextRequest } from "next/server";
import { afterEach, beforeEach, expect, test } from "vitest";
import { GET } from "#app/api/v1/analyses/[analysisId]/views/[view]/route.ts";
import { createAnalysis } from "#lib/operations/analysis/create-analysis.ts";
import { stopThread } from "#lib/operations/analysis/engine/thread-client.ts";
import { createApiToken } from "#lib/operations/api-tokens/create-api-token.ts";
import { makePerson } from "#tests/factories/people.ts";
import type { MadeRating } from "#tests/factories/rating-columns.ts";
import { makeRatingImport } from "#tests/factories/rating-import.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { begunRequests } from "./thread-requests.ts";

const database = withTestDatabase();

const RATINGS: MadeRating[] = Array.from({ length: 12 }, (_, i) =>
  ["judge-4", "ann", "ben"].map((rater, place) => ({ item: `item ${i}`, rater, score: 3 + ((i * 5 + place) % 6) })),
).flat();

let ask: (query: string) => Promise<{ isPending: boolean; finding: { isExploratory: boolean } }>;

beforeEach(async () => {
  const { actor } = await makePerson("researcher");
  const { importId } = await makeRatingImport(RATINGS, { createdById: actor.userId });
  // From a thousand ratings on, what resamples comes in two steps.
  await database.db.ratingImport.update({ where: { id: importId }, data: { ratingCount: 5_000 } });
  const question = { importIds: [importId], judges: ["judge:judge-4"], resamples: 200 };
  const { analysisId } = await createAnalysis(actor, { name: "Do they agree?", question });
  const { token } = await createApiToken(actor, { name: "script" });
  ask = async (query) => {
    const href = `http://localhost/api/v1/analyses/${analysisId}/views/agreement${query}`;
    const request = new NextRequest(href, { headers: { authorization: `Bearer ${token}` } });
    return (await GET(request, { params: Promise.resolve({ analysisId, view: "agreement" }) })).json();
  };
});
afterEach(stopThread);

test("a view is waited for until it is whole, and comes at once where nobody waits", async () => {
  const atOnce = await ask("?wait=no&clusters=scenario");
  expect([atOnce.isPending, atOnce.finding.isExploratory]).toEqual([true, true]);
  expect((await ask("?clusters=scenario")).isPending).toBe(false);
  expect((await ask("?wait=no&clusters=scenario")).isPending, "What is known is whole").toBe(false);
});

test("asking ahead begins no resampling however often, and the press after it does", async () => {
  const atOnce = "?wait=no&clusters=scenario";
  for (const time of ["first", "second"]) {
    const ahead = await ask(`${atOnce}&ahead=yes`);
    expect([ahead.isPending, begunRequests()], time).toEqual([true, 0]);
  }
  await ask(atOnce);
  expect(begunRequests(), "Resampling happens in the thread alone").toBe(1);
  expect((await ask("?clusters=scenario")).isPending).toBe(false);
});
