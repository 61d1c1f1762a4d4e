import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceAfter, togetherWith } from "#lib/domain/studies/extend-sample.ts";
import { planFromFields, planToFields } from "#lib/domain/studies/plan-form.ts";
import {
  allocate,
  type Candidate,
  type Draw,
  drawItems,
  policyStratum,
  requireDrawSize,
} from "#lib/domain/studies/sampling.ts";
import {
  type DrawRecord,
  parseIdList,
  type SamplingPlan,
  samplingPlanSchema,
} from "#lib/domain/studies/sampling-plan.ts";

function candidates(strata: Record<string, number>): Candidate[] {
  return Object.entries(strata).flatMap(([policy, count]) =>
    Array.from({ length: count }, (_, index) => ({
      episodeId: `${policy}-${index}`,
      sourceId: `${policy}-${String(index).padStart(4, "0")}`,
      variant: 0,
      agent1Policy: policy,
      agent2Policy: "partner",
      conflictState: null,
      promptMark: "matches",
    })),
  );
}

const perStratum = (count: number) =>
  samplingPlanSchema.parse({ kind: "sample", filter: {}, size: { kind: "per-stratum", count } });

const inAll = (count: number, allocation: "proportional" | "equal") =>
  samplingPlanSchema.parse({ kind: "sample", filter: {}, size: { kind: "total", count, allocation } });

describe("a stratified sample", () => {
  const frame = candidates({ alpha: 40, beta: 10, gamma: 3 });

  it("draws the same from every stratum and stores n/N for each item", () => {
    const draw = drawItems(perStratum(5), frame, 7);
    expect(draw.strata).toEqual([
      { stratum: "alpha with partner", available: 40, drawn: 5, inclusionProbability: 5 / 40 },
      { stratum: "beta with partner", available: 10, drawn: 5, inclusionProbability: 5 / 10 },
      { stratum: "gamma with partner", available: 3, drawn: 3, inclusionProbability: 1 },
    ]);
    expect(draw.items).toHaveLength(13);
    for (const item of draw.items) {
      const stratum = draw.strata.find((row) => row.stratum === item.stratum);
      expect(item.inclusionProbability).toBe(stratum?.inclusionProbability);
    }
  });

  it("gives the same items in the same order for the same seed, whatever order the episodes come in", () => {
    const once = drawItems(perStratum(4), frame, 11).items;
    expect(drawItems(perStratum(4), [...frame].reverse(), 11).items).toEqual(once);
    expect(drawItems(perStratum(4), frame, 12).items).not.toEqual(once);
  });

  it("counts both seats as one stratum", () => {
    const pair = { agent1Policy: "one", agent2Policy: "two" };
    expect(policyStratum(pair)).toBe(policyStratum({ agent1Policy: "two", agent2Policy: "one" }));
    expect(policyStratum({ agent1Policy: null, agent2Policy: "two" })).toBe("two with unknown policy");
  });

  it("has chances whose inverses add up to the frame, so that it stands for all of it", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 0, max: 1000 }),
        (sizes, count, seed) => {
          const all = candidates(Object.fromEntries(sizes.map((size, index) => [`p${index}`, size])));
          const draw = drawItems(perStratum(count), all, seed);
          const total = draw.items.reduce((sum, item) => sum + 1 / item.inclusionProbability, 0);
          expect(total).toBeCloseTo(all.length, 6);
          expect(new Set(draw.items.map((item) => item.episodeId)).size).toBe(draw.items.length);
        },
      ),
    );
  });

  it("draws every episode of a stratum about equally often over seeds", () => {
    const hits = new Map<string, number>();
    const ten = candidates({ alpha: 10 });
    for (let seed = 0; seed < 2000; seed += 1)
      for (const { episodeId } of drawItems(perStratum(3), ten, seed).items)
        hits.set(episodeId, (hits.get(episodeId) ?? 0) + 1);
    // 2000 draws with chance 0.3: 600 expected, standard deviation about 20.5; five of them either way.
    for (const count of hits.values()) expect(Math.abs(count - 600)).toBeLessThan(103);
    expect(hits.size).toBe(10);
  });

  it("shares a total out in proportion or in equal parts, never beyond a stratum", () => {
    expect(allocate([40, 10, 3], { kind: "total", count: 10, allocation: "proportional" })).toEqual([7, 2, 1]);
    expect(allocate([40, 10, 3], { kind: "total", count: 30, allocation: "equal" })).toEqual([17, 10, 3]);
    expect(allocate([2, 2], { kind: "total", count: 9, allocation: "equal" })).toEqual([2, 2]);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 400 }),
        fc.constantFrom("proportional" as const, "equal" as const),
        (sizes, count, allocation) => {
          const counts = allocate(sizes, { kind: "total", count, allocation });
          const total = sizes.reduce((sum, size) => sum + size, 0);
          expect(counts.reduce((sum, value) => sum + value, 0)).toBe(Math.min(count, total));
          for (const [index, value] of counts.entries()) expect(value).toBeLessThanOrEqual(sizes[index] as number);
        },
      ),
    );
    expect(drawItems(inAll(10, "proportional"), frame, 1).items).toHaveLength(10);
  });
});

describe("a study that is enlarged", () => {
  const frame = candidates({ alpha: 40, beta: 10, gamma: 3 });
  const recordOf = (plan: SamplingPlan, draw: Draw, at: string): DrawRecord => ({
    ...{ plan, seed: 1, itemCount: draw.items.length, strata: draw.strata, foreignLeftOut: 0, undecidedLeftOut: 0, at },
  });
  const [morning, noon, evening] = ["2026-01-01T08:00:00Z", "2026-01-01T12:00:00Z", "2026-01-01T20:00:00Z"];

  it("gives all items of one sample the chance of a sample of that size", () => {
    const first = drawItems(perStratum(5), frame, 1);
    const taken = new Set(first.items.map((item) => item.episodeId));
    const rest = frame.filter((episode) => !taken.has(episode.episodeId));
    const more = drawItems(perStratum(3), rest, 2);
    const draws = [recordOf(perStratum(5), first, noon!), recordOf(perStratum(3), more, evening!)];
    const chance = (stratum: string, position: number) =>
      chanceAfter(draws, { stratum: `${stratum} with partner`, position, createdAt: new Date(morning!) });
    for (const position of [1, 13, 14, 19]) {
      expect(chance("alpha", position)).toBe(8 / 40);
      expect(chance("beta", position)).toBe(8 / 10);
      expect(chance("gamma", position)).toBe(1);
    }
  });

  it("counts for an episode that arrived later only the draws since, and for one drawn its own in any case", () => {
    const strata = (available: number) => [{ stratum: "", available, drawn: 1, inclusionProbability: 1 / available }];
    const draw = { items: [{ episodeId: "a", stratum: "", inclusionProbability: 1 }], foreign: [], undecided: [] };
    // Two were there, one was drawn; another arrived, and one of two was drawn.
    const draws = [
      recordOf(perStratum(1), { ...draw, strata: strata(2) }, noon!),
      recordOf(perStratum(1), { ...draw, strata: strata(2) }, evening!),
    ];
    const chance = (createdAt: string, position: number) =>
      chanceAfter(draws, { stratum: "", position, createdAt: new Date(createdAt) });
    expect(chance(morning!, 1)).toBe(3 / 4);
    expect(chance(morning!, 2)).toBe(3 / 4);
    expect(chance("2026-01-01T13:00:00Z", 2)).toBe(1 / 2);
    expect(chance("2026-01-01T21:00:00Z", 2)).toBe(1 / 2);
  });

  it("is one sample only where all draws are samples from the same episodes", () => {
    const ids = samplingPlanSchema.parse({ kind: "ids", ids: ["a"] });
    const every = samplingPlanSchema.parse({ kind: "filter", filter: {} });
    const hard = samplingPlanSchema.parse({ ...perStratum(3), filter: { hard: "only" } });
    const strata = (count: number) =>
      samplingPlanSchema.parse({ kind: "strata", strata: [{ stratum: "low", ids: ["a", "b"], count }] });
    const draws = (...plans: SamplingPlan[]) => plans.map((plan) => ({ plan }));
    expect(togetherWith(draws(perStratum(5)), inAll(9, "equal"))).toBe("one-sample");
    expect(togetherWith(draws(strata(1)), strata(2))).toBe("one-sample");
    expect(togetherWith(draws(perStratum(5)), hard)).toBe("own-draw");
    expect(togetherWith(draws(perStratum(5), ids), perStratum(5))).toBe("own-draw");
    expect(togetherWith(draws(every), hard)).toBe("own-draw");
    expect(togetherWith([], perStratum(5))).toBe("own-draw");
    expect(togetherWith(draws(perStratum(5)), ids)).toBe("by-hand");
  });

  it("is every match only where all draws took everything of one filter", () => {
    const every = samplingPlanSchema.parse({ kind: "filter", filter: {} });
    const everyHard = samplingPlanSchema.parse({ kind: "filter", filter: { hard: "only" } });
    expect(togetherWith([{ plan: every }], every)).toBe("every-match");
    expect(togetherWith([{ plan: every }], everyHard)).toBe("own-draw");
    expect(togetherWith([{ plan: every }], { ...every, includeForeign: true })).toBe("own-draw");
    expect(togetherWith([{ plan: perStratum(5) }], every)).toBe("own-draw");
  });
});

describe("strata that somebody else made", () => {
  const frame = candidates({ alpha: 10, beta: 6 });
  const idsOf = (policy: string) =>
    frame.filter(({ agent1Policy }) => agent1Policy === policy).map((one) => one.episodeId);
  const plan = samplingPlanSchema.parse({
    kind: "strata",
    origin: "a planner",
    strata: [
      { stratum: "low", ids: [...idsOf("alpha").slice(0, 4), ...idsOf("beta").slice(0, 1)], count: 2 },
      { stratum: "high", ids: [...idsOf("alpha").slice(4), ...idsOf("beta").slice(1)], count: 20 },
    ],
  });

  it("are drawn from as they are listed, with n/N for each item", () => {
    const draw = drawItems(plan, frame, 3);
    expect(draw.strata).toEqual([
      { stratum: "high", available: 11, drawn: 11, inclusionProbability: 1 },
      { stratum: "low", available: 5, drawn: 2, inclusionProbability: 2 / 5 },
    ]);
    expect(drawItems(plan, [...frame].reverse(), 3)).toEqual(draw);
    expect(drawItems(plan, frame, 4).items).not.toEqual(draw.items);
  });

  it("lose what a draw leaves out, and the chance goes by what is left", () => {
    const mixed = frame.map((episode, index) => ({ ...episode, promptMark: index === 0 ? "foreign" : "matches" }));
    const draw = drawItems(plan, mixed, 3);
    expect(draw.foreign).toEqual(["alpha-0"]);
    expect(draw.strata[1]).toEqual({ stratum: "low", available: 4, drawn: 2, inclusionProbability: 0.5 });
  });

  it("go through the form and back, and hold each episode once", () => {
    expect(samplingPlanSchema.parse(planFromFields(planToFields(plan)))).toEqual(plan);
    expect(samplingPlanSchema.safeParse(planFromFields({ planKind: "strata", strata: "{" })).success).toBe(false);
    const twice = { kind: "strata", strata: ["a", "b"].map((stratum) => ({ stratum, ids: ["one"], count: 1 })) };
    expect(samplingPlanSchema.safeParse(twice).error?.issues[0]?.message).toBe("An episode stands in two strata.");
  });
});

describe("drawing by list and filter", () => {
  const frame = candidates({ alpha: 3 });

  it("keeps the order of a list and takes everything for certain", () => {
    const listed = [frame[2]!, frame[0]!];
    const draw = drawItems(samplingPlanSchema.parse({ kind: "ids", ids: ["x"] }), listed, 1);
    expect(draw.items).toEqual([
      { episodeId: "alpha-2", stratum: "", inclusionProbability: 1 },
      { episodeId: "alpha-0", stratum: "", inclusionProbability: 1 },
    ]);
  });

  it("leaves foreign prompts out unless they are asked for, and names them", () => {
    const mixed = frame.map((episode, index) => ({ ...episode, promptMark: index === 1 ? "foreign" : "matches" }));
    const without = drawItems(samplingPlanSchema.parse({ kind: "filter", filter: {} }), mixed, 1);
    expect(without.items.map((item) => item.episodeId)).toEqual(["alpha-0", "alpha-2"]);
    expect(without.foreign).toEqual(["alpha-1"]);
    const withAll = drawItems(samplingPlanSchema.parse({ kind: "filter", filter: {}, includeForeign: true }), mixed, 1);
    expect(withAll.items).toHaveLength(3);
    expect(withAll.foreign).toEqual([]);
  });

  it("leaves undecided conflicts out unless they are asked for; decided ones are as any other", () => {
    const states = ["open", "chosen", "kept"];
    const mixed = frame.map((episode, index) => ({ ...episode, conflictState: states[index] as string }));
    for (const plan of [{ kind: "filter", filter: {} } as const, { kind: "ids", ids: ["x"] } as const]) {
      const without = drawItems(samplingPlanSchema.parse(plan), mixed, 1);
      expect(without.items.map((item) => item.episodeId)).toEqual(["alpha-1", "alpha-2"]);
      expect(without).toMatchObject({ foreign: [], undecided: ["alpha-0"] });
      const withAll = drawItems(samplingPlanSchema.parse({ ...plan, includeUndecided: true }), mixed, 1);
      expect([withAll.items.length, withAll.undecided]).toEqual([3, []]);
    }
    const both = [{ ...mixed[0]!, promptMark: "foreign" }];
    const once = drawItems(samplingPlanSchema.parse({ kind: "filter", filter: {} }), both, 1);
    expect([once.foreign, once.undecided]).toEqual([["alpha-0"], []]);
  });

  it("reads pasted ids, each once", () => {
    expect(parseIdList(" one\ntwo,three;one\r\n\n two ")).toEqual(["one", "two", "three"]);
  });

  it("refuses draws of nothing and of too much with a sentence", () => {
    expect(() => requireDrawSize(0)).toThrow(/No episode was found/);
    expect(() => requireDrawSize(20_001)).toThrow(/may hold 20000/);
    expect(() => requireDrawSize(20_000)).not.toThrow();
  });
});
