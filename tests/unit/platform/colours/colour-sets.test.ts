import { describe, expect, it } from "vitest";
import { PALETTE_HUES } from "#lib/domain/dimensions/hues.ts";
import { contrast, labOf, linearRgb } from "./colour.ts";
import { colourDifference } from "./difference.ts";
import { SIGHTS, type Sight, seenWith } from "./sight.ts";
import { readTokens } from "./tokens.ts";

const GROUNDS = ["--paper", "--surface", "--sunken"];
const DIMENSIONS = PALETTE_HUES.map((hue) => `--${hue}`);
const POLICIES = [1, 2, 3, 4, 5, 6, 7, 8].map((place) => `--policy-${place}`);
const TEXT = 4.5;
const GRAPHIC = 3;

/** The two colours of a set that look most alike, with how far apart they are. */
function nearestPair(tokens: Record<string, string>, names: readonly string[], sight: Sight) {
  const seen = names.map((name) => ({ name, lab: labOf(seenWith(sight, linearRgb(tokens[name] as string))) }));
  const pairs = seen.flatMap((one, place) =>
    seen.slice(place + 1).map((other) => ({
      pair: `${one.name} and ${other.name}`,
      apart: colourDifference(one.lab, other.lab),
    })),
  );
  return pairs.reduce((nearest, next) => (next.apart < nearest.apart ? next : nearest));
}

/** The least contrast of a colour with the grounds that it stands on. */
function leastContrast(tokens: Record<string, string>, name: string, grounds = GROUNDS): number {
  const colour = linearRgb(tokens[name] as string);
  return Math.min(...grounds.map((ground) => contrast(colour, linearRgb(tokens[ground] as string))));
}

describe.each(["light", "dark"] as const)("the colours of the %s rule", (rule) => {
  const tokens = readTokens(rule);

  it.each(SIGHTS)("tells seven dimensions and eight policies apart with %s", (sight) => {
    for (const set of [DIMENSIONS, POLICIES, ["--human", "--judge"], ["--agent-1", "--agent-2"]]) {
      const { pair, apart } = nearestPair(tokens, set, sight);
      expect(apart, pair).toBeGreaterThanOrEqual(10);
    }
  });

  it("keeps the contrast of text for what is read, of graphics for what is drawn", () => {
    for (const name of [...DIMENSIONS, "--agent-1", "--agent-2", "--human", "--judge"]) {
      expect(leastContrast(tokens, name), name).toBeGreaterThanOrEqual(TEXT);
    }
    for (const name of DIMENSIONS) {
      expect(leastContrast(tokens, name, ["--accent-soft"]), name).toBeGreaterThanOrEqual(TEXT);
    }
    for (const name of POLICIES) expect(leastContrast(tokens, name), name).toBeGreaterThanOrEqual(GRAPHIC);
  });
});

/** Pairs from the test data of Sharma, Wu and Dalal (2005), among them those that turn round the hue circle. */
it.each([
  [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
  [[50, -1.3802, -84.2814], [50, 0, -82.7485], 1.0],
  [[50, 2.49, -0.001], [50, -2.49, 0.0009], 7.1792],
  [[50, 2.49, -0.001], [50, -2.49, 0.0011], 7.2195],
  [[50, -0.001, 2.49], [50, 0.0011, -2.49], 4.7461],
  [[50, 2.5, 0], [50, 0, -2.5], 4.3065],
  [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
  [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
] as const)("measures the difference of %j and %j as published", (one, other, published) => {
  expect(colourDifference(one, other)).toBeCloseTo(published, 4);
});
