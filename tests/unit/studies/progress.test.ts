import { describe, expect, it } from "vitest";
import { buildDistributions } from "#lib/domain/studies/progress.ts";

describe("distributions", () => {
  const scales = [{ id: "goal", min: -1, max: 2 }];

  it("lays counts on every integer of the scale, with n and mean per agent", () => {
    const [goal] = buildDistributions(scales, [
      { dimension: "goal", agent: 1, score: 2, count: 3 },
      { dimension: "goal", agent: 1, score: -1, count: 1 },
      { dimension: "other", agent: 1, score: 0, count: 9 },
    ]);
    expect(goal?.agents[0]).toEqual({
      agent: 1,
      n: 4,
      mean: 1.25,
      counts: [
        { score: -1, count: 1 },
        { score: 0, count: 0 },
        { score: 1, count: 0 },
        { score: 2, count: 3 },
      ],
    });
    expect(goal?.agents[1]).toMatchObject({ n: 0, mean: null });
  });
});
