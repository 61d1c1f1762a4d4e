import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { appUrl, authSecret, poolSize, readEnv, SettingsError } from "#lib/env.ts";
import { renderEnvExample, renderSettingsPage } from "#scripts/lib/settings-docs.ts";

function problemsOf(source: Record<string, string>): string[] {
  try {
    readEnv(source);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
}

describe("settings", () => {
  it("need not be set at all; an empty one counts as absent", () => {
    const settings = readEnv({ PORT: "", DATABASE_URL: " " });
    expect(settings).toMatchObject({
      PORT: 3000,
      HOST: "0.0.0.0",
      DATA_DIR: ".data",
      LOG_LEVEL: "info",
      TRUST_PROXY: false,
    });
    expect(settings.DATABASE_URL).toBeUndefined();
    expect(appUrl(settings)).toBe("http://localhost:3000");
    expect(() => authSecret(settings)).toThrow(/AUTH_SECRET/);
  });

  it("are read as what they are", () => {
    const settings = readEnv({
      PORT: "80",
      TRUST_PROXY: "yes",
      APP_URL: "https://studio.example.org/",
      DATABASE_POOL: "7",
    });
    expect(settings).toMatchObject({ PORT: 80, TRUST_PROXY: true });
    expect(appUrl(settings)).toBe("https://studio.example.org");
    expect(poolSize(settings)).toBe(7);
    expect(poolSize(readEnv({ DATABASE_EMBEDDED: "1" }))).toBe(5);
    expect(poolSize(readEnv({}))).toBe(10);
  });

  it.each([
    ["PORT", "abc"],
    ["PORT", "0"],
    ["PORT", "65536"],
    ["PORT", "3000.5"],
    ["APP_URL", "studio.example.org"],
    ["APP_URL", "https://example.org/studio"],
    ["DATABASE_URL", "mysql://localhost/x"],
    ["AUTH_SECRET", "short"],
    ["LOG_LEVEL", "loud"],
    ["TRUST_PROXY", "perhaps"],
    ["UPLOAD_MAX_MB", "-1"],
    ["WORKER_CONCURRENCY", "0"],
    ["OIDC_ISSUER", "nowhere"],
    ["METRICS_TOKEN", "short"],
  ])("%s=%s is refused in one sentence that names it and says what to give", (name, value) => {
    const problems = problemsOf({
      [name]: value,
      ...(name === "OIDC_ISSUER" ? { OIDC_ID: "x", OIDC_SECRET: "y" } : {}),
    });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^The setting ${name} is .+\\. Give .+`));
  });

  it("are all named when several are wrong", () => {
    expect(problemsOf({ PORT: "x", LOG_LEVEL: "y", APP_URL: "z" })).toHaveLength(3);
  });

  it("that are secret are never repeated", () => {
    const problems = problemsOf({ AUTH_SECRET: "hunter2", DATABASE_URL: "mysql://root:hunter2@localhost/x" });
    expect(problems).toHaveLength(2);
    expect(problems.join()).not.toContain("hunter2");
  });

  it("that belong together are set together", () => {
    expect(problemsOf({ GITHUB_ID: "x" })).toEqual([expect.stringContaining("GITHUB_SECRET is missing")]);
    expect(problemsOf({ OIDC_ID: "x", OIDC_SECRET: "y" })).toEqual([expect.stringContaining("OIDC_ISSUER is missing")]);
  });

  it("stand in docs/settings.md and .env.example as they are in the code", () => {
    expect(readFileSync("docs/settings.md", "utf8")).toBe(renderSettingsPage());
    expect(readFileSync(".env.example", "utf8")).toBe(renderEnvExample());
  });
});
