import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { getGuidelines } from "#lib/domain/annotations/guidelines/get-guidelines.ts";
import { canonicalJson } from "#lib/domain/episodes/import/canonical-json.ts";

/** The words of each version. Studies name a version and show its words for as long as they run, so a version never changes: write the next one. */
const FROZEN = {
  "1": "12ce0acc32cb71dc88f7a5d26844c0a312ac694430aad9507476b9b8068430db",
  "2": "f374f69571f6be7a6bb4fc00e0c6994865479ee1f021e308d1c67bfa77dc9fb5",
};

it.each(Object.entries(FROZEN))("guidelines of version %s are what annotators of it have read", (version, sha256) => {
  const words = canonicalJson(getGuidelines(version));
  expect(createHash("sha256").update(words).digest("hex")).toBe(sha256);
});
