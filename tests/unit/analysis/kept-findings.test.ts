import { expect, test } from "vitest";
import type { Answers, ViewName } from "#lib/domain/analysis/findings/views.ts";
import { KeptFindings } from "#lib/operations/analysis/engine/kept-findings.ts";

/** A finding that is but a name. */
function findingOf(name: string): Answers[ViewName] {
  return { name } as unknown as Answers[ViewName];
}

/** Far more guesses than there is room for. */
function flood(kept: KeptFindings): void {
  for (let place = 0; place < 5_000; place += 1) kept.keepGuess(`guess ${place}`, findingOf("guess"), place % 2 === 0);
}

test("what somebody has looked at stays, however much is computed ahead", () => {
  const kept = new KeptFindings();
  const keys = Array.from({ length: 300 }, (_, place) => `asked ${place}`);
  for (const key of keys) {
    kept.keepWhole(key, findingOf(key), false);
    kept.keepGlance(key, findingOf(`first ${key}`));
  }
  flood(kept);
  expect(keys.map((key) => kept.whole(key, false))).toEqual(keys.map(findingOf));
  expect(keys.map((key) => kept.glance(key))).toEqual(keys.map((key) => findingOf(`first ${key}`)));
});

test("what was computed ahead makes way for what is computed ahead later", () => {
  const kept = new KeptFindings();
  kept.keepGuess("whole", findingOf("whole"), true);
  kept.keepGuess("first", findingOf("first"), false);
  expect([kept.has("whole"), kept.has("first")]).toEqual([true, true]);
  flood(kept);
  expect([kept.has("whole"), kept.has("first")]).toEqual([false, false]);
  expect(kept.has("guess 4999"), "There is room for guesses while nobody asks").toBe(true);
});

test("a guess counts as looked at from when somebody asks for it, and not where it is asked for ahead", () => {
  const kept = new KeptFindings();
  kept.keepGuess("asked", findingOf("asked"), true);
  kept.keepGuess("asked ahead", findingOf("asked ahead"), true);
  kept.keepWhole("computed ahead", findingOf("computed ahead"), true);
  expect(kept.whole("asked", false)).toEqual(findingOf("asked"));
  expect(kept.whole("asked ahead", true)).toEqual(findingOf("asked ahead"));
  expect(kept.whole("computed ahead", true)).toEqual(findingOf("computed ahead"));
  flood(kept);
  expect(["asked", "asked ahead", "computed ahead"].map((key) => kept.has(key))).toEqual([true, false, false]);
});

test("a first answer is taken for no whole one, and a whole one for no first", () => {
  const kept = new KeptFindings();
  kept.keepGuess("first", findingOf("first"), false);
  kept.keepGuess("whole", findingOf("whole"), true);
  expect([kept.whole("first", false), kept.guessedGlance("whole")]).toEqual([undefined, undefined]);
  expect(kept.glance("first"), "Nobody was given it yet").toBeUndefined();
  expect(kept.guessedGlance("first")).toEqual(findingOf("first"));
});
