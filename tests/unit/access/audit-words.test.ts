import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { auditFields } from "#components/admin/audit-fields.ts";
import { AUDIT_ACTION_WORDS } from "#components/admin/audit-words.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** The actions that the code writes to the log, found in the files that write to it. */
function recordedActions(): string[] {
  const sources = globSync("lib/**/*.ts", { cwd: ROOT, exclude: ["lib/store/generated/**"] })
    .map((file) => readFileSync(`${ROOT}${file}`, "utf8"))
    .filter((text) => text.includes("recordAudit("));
  const lines = sources.flatMap((text) => text.split("\n").filter((line) => /\baction\b/.test(line)));
  return lines.flatMap((line) => [...line.matchAll(/"([a-z-]+\.[a-z-]+)"/g)].map(([, action]) => action as string));
}

describe("the words of the audit log", () => {
  it("has words for every action that is written to the log, and for no other", () => {
    const written = new Set([...recordedActions(), "studies.pause", "studies.resume", "studies.close", "demo.seed"]);
    expect([...written].sort()).toEqual(Object.keys(AUDIT_ACTION_WORDS).sort());
  });

  it("tells only what changed of a record that was kept before and after", () => {
    const before = { name: "Trust", isDesktopOnly: false, panel: { kind: "none", url: "" }, minutesPerItem: 4 };
    const after = { name: "Trust", isDesktopOnly: true, panel: { kind: "prolific", url: "" }, minutesPerItem: 4 };
    expect(auditFields(before, after)).toEqual([
      { name: "is desktop only", before: "no", after: "yes", isCut: false },
      { name: "panel: kind", before: "none", after: "prolific", isCut: false },
    ]);
  });

  it("puts names first and shortens what fills a line", () => {
    const after = {
      sha256: "a".repeat(64),
      bytes: 48213,
      fileName: "x.jsonl",
      ids: ["a", "b"],
      all: [{}, {}],
      none: [],
    };
    expect(auditFields(null, after).map(({ name, after, isCut }) => [name, after, isCut])).toEqual([
      ["file name", "x.jsonl", false],
      ["SHA-256", `${"a".repeat(12)}…`, true],
      ["bytes", "48,213", false],
      ["ids", "a, b", false],
      ["all", "2 entries", true],
      ["none", "none", false],
    ]);
  });

  it("has nothing to tell where nothing was recorded", () => {
    expect(auditFields(null, null)).toEqual([]);
    expect(auditFields(null, {})).toEqual([]);
  });
});
