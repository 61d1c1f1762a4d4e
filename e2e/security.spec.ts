import { getDb } from "#lib/store/db.ts";
import { CALLERS, type Caller } from "#tests/unit/access/roles.ts";
import { ROUTES, type RouteEntry } from "#tests/unit/access/route-table.ts";
import { addressOf } from "./support/addresses.ts";
import { expect, test } from "./support/fixtures.ts";
import { claimFirstItem, findDemoMaterial, type MadeCookie, makeSession, makeVisit } from "./support/people.ts";

type Ids = Awaited<ReturnType<typeof findDemoMaterial>>;

async function cookieOf(caller: Caller, ids: Ids): Promise<MadeCookie | null> {
  if (caller === "anonymous") return null;
  return caller === "annotator" ? (await makeVisit(ids)).cookie : (await makeSession(caller)).cookie;
}

/** Asks without following redirects, from the app's own origin as a page of it would. */
function ask(baseURL: string, method: string, path: string, cookie: MadeCookie | null, headers: HeadersInit = {}) {
  const origin = method === "GET" ? undefined : { origin: new URL(baseURL).origin };
  const jar = cookie ? { cookie: `${cookie.name}=${cookie.value}` } : undefined;
  const json = method === "GET" ? undefined : { "content-type": "application/json" };
  return fetch(baseURL + path, {
    method,
    redirect: "manual",
    headers: { ...origin, ...jar, ...json, ...headers },
    body: method === "GET" ? undefined : "{}",
  });
}

/** How Next marks the part of a page that was refused after the head of the page had been sent with a 200. */
const LATE_REFUSAL = /NEXT_HTTP_ERROR_FALLBACK;403/;

/** Whether an answer turns the caller away for who they are, and how. */
async function verdictOf(answer: Response): Promise<string> {
  const location = answer.headers.get("location") ?? "";
  if (/\/sign-in(\?|$)/.test(location)) return "to sign-in";
  if (/\/no-entry\?/.test(location)) return "to no-entry";
  if (answer.status === 401 || answer.status === 403) return String(answer.status);
  if (answer.status >= 500) return "broken";
  const isPage = (answer.headers.get("content-type") ?? "").startsWith("text/html");
  if (isPage && LATE_REFUSAL.test(await answer.text())) return "403";
  return "in";
}

function expectedVerdict({ door, who }: RouteEntry, caller: Caller): string {
  if (who.includes(caller)) return "in";
  const isStranger = caller === "anonymous" || caller === "annotator";
  if (door === "account") return isStranger ? "to sign-in" : "403";
  if (door === "api") return isStranger ? "401" : "403";
  return door === "visit" ? "to no-entry" : "401";
}

test.describe("every page and route for every role", () => {
  for (const caller of CALLERS) {
    test(`as ${caller}`, async ({ baseURL }) => {
      const ids = await findDemoMaterial();
      const cookie = await cookieOf(caller, ids);
      const wrong: string[] = [];
      for (const [route, entry] of Object.entries(ROUTES)) {
        const [method = "GET", path = "/"] = route.split(" ");
        const answer = await ask(baseURL ?? "", method, addressOf(path, ids), cookie);
        const verdict = await verdictOf(answer);
        const expected = expectedVerdict(entry, caller);
        if (verdict !== expected) wrong.push(`${route}: ${verdict} (${answer.status}), expected ${expected}`);
        if (!answer.bodyUsed) await answer.body?.cancel();
      }
      expect(wrong).toEqual([]);
    });
  }
});

/** Who gets to a page, by the address of a link to it. */
function readersOf(place: string): readonly Caller[] {
  const pages = Object.entries(ROUTES).filter(([route]) => route.startsWith("GET /"));
  const exact = pages.find(([route]) => route === `GET ${place}`);
  const alike = pages.find(([route]) => new RegExp(`^${route.slice(4).replace(/\[[^\]]+\]/g, "[^/]+")}$`).test(place));
  return (exact ?? alike)?.[1].who ?? [];
}

test("nobody is led to a page that their role does not reach", async ({ baseURL }) => {
  const ids = await findDemoMaterial();
  const { cookie } = await makeSession("analyst");
  const read = Object.entries(ROUTES).filter(([, { door, who }]) => door === "account" && who.includes("analyst"));
  const pages = read.map(([route]) => route.split(" ")[1] ?? "/").filter((path) => !path.includes("[analysisId]"));
  const wrong: string[] = [];
  let links = 0;
  for (const page of ["/", ...pages]) {
    const text = await (await ask(baseURL ?? "", "GET", addressOf(page, ids), cookie)).text();
    for (const [, place = ""] of text.matchAll(/<a [^>]*href="(\/[^"#?]*)/g)) {
      links += 1;
      if (!readersOf(place).includes("analyst")) wrong.push(`${page} leads to ${place}`);
    }
  }
  expect(links).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
});

test("no junk in an address breaks a page", async ({ baseURL }) => {
  const ids = await findDemoMaterial();
  const { cookie } = await makeSession("admin");
  const visit = await makeVisit(ids);
  const assignmentId = await claimFirstItem(visit);
  const reader = await makeVisit(ids);
  await getDb().annotator.update({ where: { id: reader.actor.annotatorId }, data: { stage: "check" } });
  const room = `/annotate/${ids.entryToken}`;
  const addresses: [MadeCookie | null, string][] = [
    [reader.cookie, `${room}/check?given=1&given=2&missing=1&missing=1`],
    [visit.cookie, `${room}/rate/${assignmentId}/goal?notice=constructor&problems=1&problems=2`],
    [visit.cookie, `${room}/guidelines/constructor?from=//outside.example`],
    [null, "/sign-in?error=constructor&next=/a&next=/b"],
    [cookie, "/admin/audit?from=yesterday"],
    [cookie, "/episodes?q=%00"],
    [cookie, "/scenarios?q=%00"],
    [cookie, "/ratings?before=%00"],
    [cookie, "/episodes/import?before=%00"],
    [cookie, "/api/v1/imports?before=%00"],
    [cookie, "/api/v1/rating-imports?before=%00"],
  ];
  for (const [caller, address] of addresses) {
    const answer = await ask(baseURL ?? "", "GET", address, caller);
    expect(answer.status, address).toBeLessThan(500);
    expect(await answer.text(), address).not.toMatch(/digest\\?":\\?"\d/);
  }
});

test.describe("the content policy", () => {
  const PAGES = [
    "/sign-in",
    "/",
    "/account",
    "/admin/people",
    "/admin/audit",
    "/episodes",
    "/studies",
    "/no/such/page",
    "/annotate/no-such-study/no-entry",
  ];

  test("stands on every page with a nonce of its own, which every script carries", async ({ baseURL }) => {
    const { cookie } = await makeSession("admin");
    const seen = new Set<string>();
    for (const path of PAGES) {
      const answer = await ask(baseURL ?? "", "GET", path, path === "/sign-in" ? null : cookie);
      const policy = answer.headers.get("content-security-policy") ?? "";
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
      expect(policy, path).toMatch(
        /^default-src 'none'; script-src 'self' 'nonce-[^']+' 'strict-dynamic'; style-src 'self' 'nonce-/,
      );
      expect(policy, path).not.toMatch(/unsafe|https?:|\*/);
      expect(seen.has(nonce), path).toBe(false);
      seen.add(nonce);
      const html = await answer.text();
      const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
      expect(scripts.length, path).toBeGreaterThan(0);
      for (const tag of scripts) expect(tag, path).toContain(`nonce="${nonce}"`);
      for (const [tag] of html.matchAll(/<style\b[^>]*>/g)) expect(tag, path).toContain(`nonce="${nonce}"`);
      // What a browser would run or apply without a nonce: inline handlers, inline styles, javascript: addresses.
      const markup = html.replace(/<script\b[\s\S]*?<\/script>/g, "");
      expect(markup, path).not.toMatch(/<[a-z][^>]*\s(?:style|on[a-z]+)="/i);
      expect(markup, path).not.toMatch(/(?:href|action|src)="\s*javascript:/i);
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
      expect(answer.headers.get("x-frame-options")).toBe("DENY");
      expect(answer.headers.get("referrer-policy")).toBe("same-origin");
      expect(answer.headers.get("x-powered-by")).toBeNull();
    }
  });

  test("stops an injected script and an injected style", async ({ page, allowConsole }) => {
    allowConsole(/Content Security Policy|ERR_FAILED|Failed to load resource|Refused to/);
    await page.goto("/sign-in");
    const result = await page.evaluate(async () => {
      const blocked: string[] = [];
      document.addEventListener("securitypolicyviolation", (event) => blocked.push(event.effectiveDirective));
      document.body.insertAdjacentHTML("beforeend", `<img src="/none" onerror="window.hacked = 1">`);
      document.body.insertAdjacentHTML("beforeend", `<p style="color: red">x</p>`);
      const script = document.createElement("div");
      script.innerHTML = "<svg><script>window.hacked = 2</script></svg>";
      document.body.append(script);
      await fetch("https://outside.example/").catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 500));
      return { hacked: (window as { hacked?: number }).hacked ?? null, blocked };
    });
    expect(result.hacked).toBeNull();
    expect(result.blocked).toEqual(expect.arrayContaining(["script-src-attr", "style-src-attr", "connect-src"]));
  });
});

test.describe("where unsafe requests come from", () => {
  for (const [what, headers] of Object.entries({
    "another site": { origin: "https://evil.example" },
    "a sandboxed frame": { origin: "null" },
    "another port": { origin: "http://127.0.0.1:1" },
  })) {
    test(`refuses ${what}, cookie or not`, async ({ baseURL }) => {
      const { cookie } = await makeSession("admin");
      for (const path of ["/sign-in", "/account", "/api/v1/imports", "/api/auth/signout", "/annotate/x/api/submit"]) {
        for (const jar of [cookie, null]) {
          const answer = await ask(baseURL ?? "", "POST", path, jar, headers);
          expect(answer.status, path).toBe(403);
        }
      }
    });
  }

  test("refuses a request that does not say, and lets a token in without a cookie", async ({ baseURL }) => {
    const post = (headers: HeadersInit) => fetch(`${baseURL}/api/v1/imports`, { method: "POST", headers, body: "{}" });
    expect((await post({})).status).toBe(403);
    const answer = await post({ authorization: "Bearer studio_not-a-real-token-at-all" });
    expect(answer.status).toBe(401);
  });
});

test("numbers every request, keeps a number given by a proxy, and refuses bodies that are too large", async ({
  baseURL,
}) => {
  const given = await ask(baseURL ?? "", "GET", "/sign-in", null, { "x-request-id": "from-a-proxy-1" });
  expect(given.headers.get("x-request-id")).toBe("from-a-proxy-1");
  const odd = await ask(baseURL ?? "", "GET", "/sign-in", null, { "x-request-id": "<script>" });
  expect(odd.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  const large = await fetch(`${baseURL}/annotate/x/api/draft`, {
    method: "POST",
    headers: { origin: new URL(baseURL ?? "").origin, "content-type": "application/json" },
    body: JSON.stringify({ text: "x".repeat(2_200_000) }),
  });
  expect(large.status).toBe(413);
});

test("another annotator’s item is not there", async ({ baseURL }) => {
  const ids = await findDemoMaterial();
  const [one, two] = [await makeVisit(ids), await makeVisit(ids)];
  const post = (cookie: MadeCookie, name: string, body: object) =>
    fetch(`${baseURL}/annotate/${ids.entryToken}/api/${name}`, {
      method: "POST",
      headers: {
        origin: new URL(baseURL ?? "").origin,
        cookie: `${cookie.name}=${cookie.value}`,
        "content-type": "application/json",
      },
      body: JSON.stringify(body),
    });
  const assignmentId = await claimFirstItem(one);
  for (const name of ["draft", "extend", "submit", "skip"]) {
    const body = {
      assignmentId,
      revision: 0,
      changes: [],
      submissionKey: crypto.randomUUID(),
      reason: "other",
      note: "x",
    };
    const answer = await post(two.cookie, name, body);
    expect(answer.status, name).toBe(404);
    expect(await answer.text(), name).not.toContain(assignmentId);
  }
  const own = { assignmentId, revision: 0, changes: [] };
  expect((await post(one.cookie, "draft", own)).status).toBe(200);
});

test("an upload larger than any page may send arrives whole", async ({ baseURL }) => {
  const { cookie } = await makeSession("researcher");
  const body = `{"x":"${"x".repeat(11_000_000)}"}\n`;
  const answer = await fetch(`${baseURL}/api/v1/imports?fileName=large.jsonl`, {
    method: "POST",
    headers: {
      origin: new URL(baseURL ?? "").origin,
      cookie: `${cookie.name}=${cookie.value}`,
      "content-type": "application/x-ndjson",
    },
    body,
  });
  expect(answer.status).toBe(202);
  expect(answer.headers.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'");
  const { imports } = (await answer.json()) as { imports: { bytes: number }[] };
  expect(imports[0]?.bytes).toBe(body.length);
});
