import { describe, expect, it } from "vitest";
import { decideImport } from "#lib/domain/episodes/import-decision.ts";

const version = (variant: number, content: string, meaning: string) => ({
  id: `id-${variant}`,
  variant,
  contentHash: content,
  meaningHash: meaning,
});

describe("what becomes of a record", () => {
  it("is accepted where nothing has its id", () => {
    expect(decideImport([], { contentHash: "a", meaningHash: "m" })).toEqual({ outcome: "accepted", variant: 0 });
  });

  it("is unchanged where any version has its content, or means the same", () => {
    const known = [version(0, "a", "m"), version(1, "b", "n")];
    expect(decideImport(known, { contentHash: "b", meaningHash: "zzz" })).toMatchObject({
      outcome: "unchanged",
      isOtherSpelling: false,
      met: { id: "id-1" },
    });
    expect(decideImport(known, { contentHash: "c", meaningHash: "m" })).toMatchObject({
      outcome: "unchanged",
      isOtherSpelling: true,
      met: { id: "id-0" },
    });
  });

  it("is a conflict otherwise, as the variant after the last", () => {
    const known = [version(0, "a", "m"), version(3, "b", "n")];
    expect(decideImport(known, { contentHash: "c", meaningHash: "o" })).toMatchObject({
      outcome: "conflict",
      variant: 4,
    });
  });

  it("never takes two records without a meaning for the same", () => {
    expect(decideImport([version(0, "a", "")], { contentHash: "b", meaningHash: "" }).outcome).toBe("conflict");
  });
});
