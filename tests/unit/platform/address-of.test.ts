import { afterEach, describe, expect, it, vi } from "vitest";
import { resetEnv } from "#lib/env.ts";
import { linksStayHere } from "#lib/web/address-of.ts";

afterEach(() => {
  vi.unstubAllEnvs();
  resetEnv();
});

describe("links of the app", () => {
  it.each([
    [undefined, true],
    ["http://localhost:3000", true],
    ["http://127.0.0.1:3000", true],
    ["http://[::1]:3000", true],
    ["http://192.168.1.20:3000", false],
    ["https://studio.example.org", false],
    ["https://localhost.example.org", false],
  ])("with APP_URL %s stay on this machine: %s", (address, stay) => {
    vi.stubEnv("APP_URL", address);
    resetEnv();
    expect(linksStayHere()).toBe(stay);
  });
});
