import { NextRequest } from "next/server";
import { beforeEach, expect, test } from "vitest";
import { POST } from "#app/api/v1/studies/draw-preview/route.ts";
import { createApiToken } from "#lib/operations/api-tokens/create-api-token.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { makeResearcher } from "./support.ts";

withTestDatabase();

let ask: (fields: Record<string, string>) => Promise<{ status: number; body: unknown }>;

beforeEach(async () => {
  const { actor } = await makeResearcher(3);
  const { token } = await createApiToken(actor, { name: "script" });
  ask = async (fields) => {
    const request = new NextRequest("http://localhost/api/v1/studies/draw-preview", {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify(fields),
    });
    const response = await POST(request, { params: Promise.resolve({}) });
    return { status: response.status, body: await response.json() };
  };
});

const SAMPLE = { planKind: "sample", sampleSize: "equal" };

test("what a draw would find is answered for the fields of the form", async () => {
  expect(await ask({ ...SAMPLE, sampleCount: "2" })).toMatchObject({ status: 200, body: { itemCount: 2 } });
  expect(await ask({ planKind: "filter" })).toMatchObject({ status: 200, body: { itemCount: 3 } });
});

test.each([
  ["sampleCount", "Draw at least 1 episode.", { ...SAMPLE, sampleCount: "0" }],
  ["sampleCount", "Draw at most 20,000 episodes.", { planKind: "sample", sampleCount: "20001" }],
  ["sampleCount", "Give a whole number.", { ...SAMPLE, sampleCount: "some" }],
  ["filter.turnsFrom", "Give a whole number.", { planKind: "filter", "filter.turnsFrom": "four" }],
  ["ids", "List at least one id.", { planKind: "ids", ids: " , " }],
])("the field %s is named once, with “%s”", async (path, message, fields: Record<string, string>) => {
  const { status, body } = await ask(fields);
  expect(status).toBe(422);
  expect(body).toMatchObject({ error: { code: "INVALID", issues: [{ path, message }] } });
});

test("each of several wrong fields is named", async () => {
  const { body } = await ask({ ...SAMPLE, sampleCount: "0", "filter.turnsFrom": "four" });
  const { issues } = (body as { error: { issues: { path: string }[] } }).error;
  expect(issues.map(({ path }) => path).sort()).toEqual(["filter.turnsFrom", "sampleCount"]);
});
