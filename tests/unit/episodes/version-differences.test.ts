import { describe, expect, it } from "vitest";
import { versionDifferences } from "#lib/domain/episodes/import-conflicts.ts";

describe("the differences of two versions", () => {
  it("name the fields as people read them, and nothing that is equal", () => {
    const older = { first_name: "Ada", moral_values: ["Care", "Fairness"], age: 40, is_hard: false, mbti: null };
    const newer = { first_name: "Ada", moral_values: ["Care"], age: null, is_hard: true, secret: "Hides a letter." };
    expect(versionDifferences(older, newer)).toEqual([
      { field: "moral values", older: "Care; Fairness", newer: "Care" },
      { field: "age", older: "40", newer: "" },
      { field: "is hard", older: "no", newer: "yes" },
      { field: "secret", older: "", newer: "Hides a letter." },
    ]);
  });

  it("show long texts from where they part, whole characters only", () => {
    const [found] = versionDifferences(
      { text: `${"a".repeat(500)}one${"b".repeat(500)}` },
      { text: `${"a".repeat(500)}😀` },
    );
    expect(found?.older).toMatch(/^…a{30}oneb+…$/);
    expect(found?.newer).toMatch(/^…a+😀$/);
    expect(found!.older.length).toBeLessThanOrEqual(162);
  });
});
