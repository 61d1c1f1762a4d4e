import { SignJWT } from "jose";
import { describe, expect, it } from "vitest";
import { readVisitActor, signVisitCookie } from "#lib/web/annotator-cookie.ts";
import { requireBodyWithin } from "#lib/web/body-limit.ts";
import { clientAddress } from "#lib/web/client-address.ts";
import { buildContentSecurityPolicy, newNonce, nonceOf } from "#lib/web/content-security-policy.ts";
import { typedValues } from "#lib/web/form-state.ts";
import { isFromOwnOrigin } from "#lib/web/origin.ts";
import { chooseRequestId } from "#lib/web/request-id.ts";
import { safePath } from "#lib/web/safe-path.ts";
import { TEST_SECRET, withSettings } from "#tests/support/settings.ts";

withSettings({ AUTH_SECRET: TEST_SECRET, APP_URL: "https://studio.example.org" });

describe("the origin of an unsafe request", () => {
  const own = "https://studio.example.org";
  const post = (headers: Record<string, string>) =>
    isFromOwnOrigin({ method: "POST", headers: new Headers({ host: "studio.example.org", ...headers }) }, own);

  it("is a page of this app, by Origin or else by Referer", () => {
    expect(post({ origin: own })).toBe(true);
    expect(post({ referer: `${own}/account` })).toBe(true);
    expect(post({ origin: "http://10.0.0.5:3000", host: "10.0.0.5:3000" })).toBe(true);
  });

  it("is nothing else", () => {
    expect(post({})).toBe(false);
    expect(post({ origin: "null" })).toBe(false);
    expect(post({ origin: "null", referer: `${own}/x` })).toBe(false);
    expect(post({ origin: "https://evil.example" })).toBe(false);
    expect(post({ origin: "https://studio.example.org.evil.example" })).toBe(false);
    expect(post({ origin: "https://evil.example", referer: `${own}/x` })).toBe(false);
    expect(post({ referer: "https://evil.example/studio.example.org" })).toBe(false);
    expect(post({ origin: "not an address" })).toBe(false);
  });

  it("does not matter for a token without a cookie, nor for reading", () => {
    expect(post({ authorization: "Bearer studio_x" })).toBe(true);
    expect(post({ authorization: "Bearer studio_x", cookie: "studio-session=y" })).toBe(false);
    expect(post({ authorization: "Basic eA==" })).toBe(false);
    for (const method of ["PUT", "PATCH", "DELETE"]) {
      expect(isFromOwnOrigin({ method, headers: new Headers() }, own)).toBe(false);
    }
    for (const method of ["GET", "HEAD"]) expect(isFromOwnOrigin({ method, headers: new Headers() }, own)).toBe(true);
  });
});

describe("the content policy", () => {
  const options = { nonce: "abc", isDevelopment: false, isHttps: true, formTargets: [] };

  it("lets nothing in from outside and nothing inline without the nonce", () => {
    const policy = buildContentSecurityPolicy(options);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic'");
    expect(policy).toContain("style-src 'self' 'nonce-abc'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self';");
    expect(policy).toContain("upgrade-insecure-requests");
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/);
  });

  it("is relaxed in development only, and names form targets where there are some", () => {
    expect(buildContentSecurityPolicy({ ...options, isDevelopment: true })).toContain("'unsafe-eval'");
    const targets = buildContentSecurityPolicy({ ...options, formTargets: ["https://github.com"] });
    expect(targets).toContain("form-action 'self' https://github.com;");
    expect(buildContentSecurityPolicy({ ...options, isHttps: false })).not.toContain("upgrade-insecure-requests");
  });

  it("has a nonce of 128 bits that does not repeat", () => {
    const nonces = Array.from({ length: 500 }, newNonce);
    expect(new Set(nonces).size).toBe(500);
    for (const nonce of nonces) expect(atob(nonce)).toHaveLength(16);
  });

  it("tells its nonce to a page that writes a script of its own", () => {
    expect(nonceOf(buildContentSecurityPolicy(options))).toBe("abc");
    expect(nonceOf("default-src 'none'")).toBeUndefined();
    expect(nonceOf(null)).toBeUndefined();
  });
});

describe("the visit cookie", () => {
  const claims = { visitId: "v1", annotatorId: "a1", studyId: "s1", entryToken: "entry-1" };
  const jar = (value?: string) => ({
    get: (name: string) => (name === "studio-visit" && value ? { value } : undefined),
  });

  it("names the annotator below the study’s own address only", async () => {
    const cookie = await signVisitCookie(claims);
    expect(cookie).toMatchObject({
      name: "studio-visit",
      httpOnly: true,
      sameSite: "lax",
      secure: true,
      path: "/annotate/entry-1",
    });
    const actor = { kind: "annotator", annotatorId: "a1", studyId: "s1", visitId: "v1" };
    expect(await readVisitActor(jar(cookie.value), "entry-1")).toEqual(actor);
    expect(await readVisitActor({ cookies: jar(cookie.value) }, "entry-1")).toEqual(actor);
    expect(await readVisitActor(jar(cookie.value), "entry-2")).toBeNull();
    expect(await readVisitActor(jar(), "entry-1")).toBeNull();
  });

  it("is nothing when damaged, unsigned, or signed with another key or for another use", async () => {
    const { value } = await signVisitCookie(claims);
    const [head, body, mark] = value.split(".") as [string, string, string];
    const none = Buffer.from(JSON.stringify({ alg: "none" })).toString("base64url");
    const sign = (key: string, audience: string) =>
      new SignJWT({ visit: "v1", study: "s1", entry: "entry-1" })
        .setProtectedHeader({ alg: "HS256" })
        .setSubject("a1")
        .setAudience(audience)
        .setExpirationTime("1h")
        .sign(new TextEncoder().encode(key));
    const others = [
      `${head}.${body}.${mark.slice(0, -2)}xx`,
      `${none}.${body}.`,
      await sign("another key of some length, 32 bytes", "studio-visit"),
      await sign(TEST_SECRET, "studio-visit"),
      await sign(`visit:${TEST_SECRET}`, "something else"),
    ];
    for (const other of others) expect(await readVisitActor(jar(other), "entry-1")).toBeNull();
    expect(await readVisitActor(jar(await sign(`visit:${TEST_SECRET}`, "studio-visit")), "entry-1")).not.toBeNull();
  });
});

describe("small guards", () => {
  it("go on after sign-in only to paths of this app", () => {
    expect(safePath("/studies/1?tab=items")).toBe("/studies/1?tab=items");
    const bad = [
      null,
      "",
      "https://evil.example",
      "//evil.example",
      "/\\evil.example",
      "/\t/evil.example",
      "\n//evil.example",
      "/a/..//evil.example",
      "/./\\evil.example",
      "javascript:alert(1)",
    ];
    for (const path of bad) expect(safePath(path)).toBe("/");
  });

  it("keep a plausible request id and replace any other", () => {
    expect(chooseRequestId("req-2026.11_22")).toBe("req-2026.11_22");
    for (const odd of [null, "", "short", "x".repeat(65), "new\nline-in-it", "<script>x</script>", "-leading-dash"]) {
      expect(chooseRequestId(odd)).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it("count tries by the socket, or by what a trusted proxy wrote last", () => {
    const of = (socket: string, forwarded: string, TRUST_PROXY: boolean) =>
      clientAddress(new Headers({ "x-studio-remote-address": socket, "x-forwarded-for": forwarded }), { TRUST_PROXY });
    expect(of("203.0.113.5", "198.51.100.1", false)).toBe("203.0.113.5");
    expect(of("127.0.0.1", "6.6.6.6, 198.51.100.1", false)).toBe("127.0.0.1");
    expect(of("127.0.0.1", "6.6.6.6, 198.51.100.1", true)).toBe("198.51.100.1");
    expect(of("::ffff:10.0.0.2", "::ffff:198.51.100.1", true)).toBe("198.51.100.1");
    expect(of("::ffff:10.0.0.2", "", true)).toBe("10.0.0.2");
    expect(clientAddress(new Headers())).toBe("unknown");
  });

  it("refuse bodies that are too large", () => {
    expect(() => requireBodyWithin(new Headers({ "content-length": "2097152" }))).not.toThrow();
    expect(() => requireBodyWithin(new Headers())).not.toThrow();
    expect(() => requireBodyWithin(new Headers({ "content-length": "2097153" }))).toThrow(/larger than the 2 MB/);
  });

  it("never show a password again", () => {
    const form = new FormData();
    form.set("email", "a@example.org");
    form.set("newPassword", "secret words");
    form.set("token", "abc");
    form.set("$ACTION_ID_1", "x");
    form.set("file", new File(["x"], "x.txt"));
    expect(typedValues(form)).toEqual({ email: "a@example.org" });
  });
});
