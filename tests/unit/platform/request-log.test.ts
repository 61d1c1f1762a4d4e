import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { createRequestLogger } from "#lib/log.ts";
import { currentRequestId, noteActorKind } from "#lib/request-scope.ts";
import { logRequest } from "#scripts/lib/request-log.ts";
import { routePatterns } from "#scripts/lib/route-patterns.ts";

const routeOf = routePatterns(path.join(import.meta.dirname, "../../../app"));

describe("the route of an address", () => {
  it.each([
    ["/", "/"],
    ["/studies/5f1d/ratings/3", "/studies/[studyId]/ratings/[position]"],
    ["/studies/new", "/studies/new"],
    ["/sign-in", "/sign-in"],
    ["/annotate/sEcReT-entry-token", "/annotate/[entryToken]"],
    ["/annotate/sEcReT-entry-token/rate/a1/goal/", "/annotate/[entryToken]/rate/[assignmentId]/[dimension]"],
    ["/annotate/sEcReT-entry-token/api/draft", "/annotate/[entryToken]/api/draft"],
    ["/invite/sEcReT", "/invite/[token]"],
    ["/api/auth/callback/github", "/api/auth/[...nextauth]"],
    ["/api/v1/studies/5f1d/exports/bundle", "/api/v1/studies/[studyId]/exports/[format]"],
    ["/api/v1/imports/5f1d/report.csv", "/api/v1/imports/[importId]/report.csv"],
    ["/annotate", null],
    ["/nobody/knows/sEcReT", null],
    ["/studies/5f1d/sEcReT", null],
  ])("%s is %s", (address, pattern) => {
    expect(routeOf(address)).toBe(pattern);
  });
});

describe("the line of a request", () => {
  const servers: ReturnType<typeof createServer>[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  /** The lines that a server writes for one request. */
  async function linesFor(
    target: string,
    answer: RequestListener,
    options: { level?: string; isTerminal?: boolean } = {},
  ) {
    const lines: string[] = [];
    const logger = createRequestLogger("web", options.level ?? "info", {
      write: (line: string) => void lines.push(line),
    });
    const closed = Promise.withResolvers<void>();
    const server = createServer((request, response) => {
      request.headers["x-request-id"] = "request-4711";
      response.once("close", () => closed.resolve());
      const { isTerminal = false } = options;
      logRequest(request, response, { logger: () => logger, routeOf, isTerminal }, () => answer(request, response));
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${target}`, { method: "POST" });
    await closed.promise;
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  it("names method, route, status, time, request and kind of actor, and nothing that stands in the address", async () => {
    let seenId: string | null = null;
    const target = "/annotate/sEcReT-entry-token/api/draft?PROLIFIC_PID=5f0000000000000000000abc&token=sEcReT";
    const lines = await linesFor(target, async (_request, response) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      seenId = currentRequestId();
      noteActorKind("annotator");
      response.writeHead(409).end("{}");
    });
    expect(lines).toEqual([
      expect.objectContaining({
        level: "info",
        msg: "Request",
        method: "POST",
        route: "/annotate/[entryToken]/api/draft",
        status: 409,
        requestId: "request-4711",
        actor: "annotator",
      }),
    ]);
    expect(lines[0]?.ms).toBeGreaterThan(3);
    expect(seenId).toBe("request-4711");
    expect(JSON.stringify(lines)).not.toMatch(/sEcReT|5f0000000000000000000abc|PROLIFIC/);
  });

  it("keeps probes, parts of pages and a terminal quiet", async () => {
    const ok: RequestListener = (_request, response) => void response.end();
    for (const target of ["/api/health/live", "/api/metrics", "/_next/static/a.js"]) {
      expect(await linesFor(target, ok)).toEqual([]);
      expect(await linesFor(target, ok, { level: "debug" })).toHaveLength(1);
    }
    expect(await linesFor("/studies", ok, { isTerminal: true })).toEqual([]);
    expect(await linesFor("/wp-admin/sEcReT", ok)).toMatchObject([{ route: "unknown", actor: "anonymous" }]);
  });
});
